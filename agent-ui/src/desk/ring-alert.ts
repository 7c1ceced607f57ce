/** How a ring reaches somebody who looks elsewhere: the title, a desktop notification, a short sound. */
export interface RingAlert {
  stop(): void;
}

export function startRingAlert(words: string): RingAlert {
  const title = document.title;
  document.title = words;
  const notice = document.hidden ? showNotice(words) : null;
  const sound = startSound();
  return {
    stop() {
      document.title = title;
      notice?.close();
      sound?.stop();
    },
  };
}

function showNotice(words: string): Notification | null {
  if (!('Notification' in window) || Notification.permission !== 'granted') return null;
  const notice = new Notification(words, { tag: 'dzvin.ring', requireInteraction: true });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
  return notice;
}

const ringEveryMs = 3_000;

/** Browsers stay silent before the person's first click or key on the page; then there is no sound to start. */
function startSound() {
  if (!('AudioContext' in window) || navigator.userActivation?.hasBeenActive !== true) return null;
  const audio = new AudioContext();
  const ring = () => {
    for (const [at, hertz] of [
      [0, 660],
      [0.18, 880],
    ] as const) {
      playTone(audio, hertz, at);
    }
  };
  ring();
  const timer = setInterval(ring, ringEveryMs);
  return {
    stop() {
      clearInterval(timer);
      void audio.close();
    },
  };
}

function playTone(audio: AudioContext, hertz: number, afterSeconds: number) {
  const from = audio.currentTime + afterSeconds;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(0.12, from + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.4);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(from + 0.42);
}
