import { useCallback, useEffect, useRef, useState } from 'react';
import { contendForLeadership, type Leadership } from './tab-leadership.ts';

/** Whether this tab shows the pops of the person, and how to make it the one. */
export function useTabLeadership(personId: string) {
  const [isLeader, setIsLeader] = useState(false);
  const leadership = useRef<Leadership | null>(null);

  useEffect(() => {
    const contender = contendForLeadership(`dzvin.desk.${personId}`, setIsLeader);
    leadership.current = contender;
    return () => contender.stop();
  }, [personId]);

  const takeOver = useCallback(() => leadership.current?.takeOver(), []);
  return { isLeader, takeOver };
}
