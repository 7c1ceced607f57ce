import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** It was done, and for ten seconds it can be undone. */
export function notifyUndo(message: string, undoWord: string, onUndo: () => void): void {
  const id = notifications.show({
    color: 'teal',
    autoClose: 10_000,
    message: (
      <Group justify="space-between" gap={12}>
        {message}
        <Button
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undoWord}
        </Button>
      </Group>
    ),
  });
}
