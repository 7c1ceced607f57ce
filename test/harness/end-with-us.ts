const ends = new Set<() => void>();
let isListening = false;

/**
 * Has `end` called when this process ends early: by an error, Ctrl-C or a time limit. What tests start outlives them
 * otherwise. `end` cannot wait for anything.
 *
 * @returns forgets it, for when it was ended in order
 */
export function endWithUs(end: () => void): () => void {
  ends.add(end);
  if (!isListening) listen();
  return () => ends.delete(end);
}

function listen(): void {
  isListening = true;
  process.once('exit', () => {
    for (const end of ends) end();
  });
  // Without a listener a signal ends the process before any 'exit' is told.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
