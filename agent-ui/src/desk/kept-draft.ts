/** Notes the server has not confirmed, by call, on this computer: they outlive a reload, a crash and a lost network. */
const key = (callId: string) => `dzvin.note.${callId}`;

export const keptDraft = (callId: string): string | null => localStorage.getItem(key(callId));
export const forgetDraft = (callId: string) => localStorage.removeItem(key(callId));

/** @returns false when the browser's storage is full or closed: the text then lives in the page only */
export function keepDraft(callId: string, text: string): boolean {
  try {
    localStorage.setItem(key(callId), text);
    return true;
  } catch {
    return false;
  }
}
