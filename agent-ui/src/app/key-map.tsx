import { Modal, SimpleGrid } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../ui/key-hint.tsx';
import { useKey } from '../ui/use-key.ts';
import classes from './key-map.module.css';

const openEvent = 'dzvin.open-key-map';
export const openKeyMap = () => window.dispatchEvent(new Event(openEvent));

const groups = {
  everywhere: [
    ['Ctrl K', 'search'],
    ['Alt 1…9', 'status'],
    ['?', 'map'],
    ['Ctrl Enter', 'save'],
    ['Esc', 'close'],
  ],
  registry: [
    ['↑ ↓ Home End', 'rows'],
    ['Enter', 'open'],
    ['Ins', 'create'],
    ['F4', 'edit'],
    ['Del', 'remove'],
  ],
  call: [
    ['1…5', 'candidate'],
    ['Alt D', 'decline'],
    ['Alt N', 'note'],
    ['Shift F2', 'end'],
  ],
} as const;

const groupNames = ['everywhere', 'registry', 'call'] as const;

/** `?`: every key of the console. */
export function KeyMap() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  useKey('?', open);
  useEffect(() => {
    window.addEventListener(openEvent, open);
    return () => window.removeEventListener(openEvent, open);
  }, [open]);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {groupNames.map((group) => (
          <section key={group}>
            <h3 className={classes.heading}>{t(`keys.groups.${group}`)}</h3>
            <dl className={classes.keys}>
              {groups[group].map(([key, does]) => (
                <div key={does}>
                  <dt>
                    <KeyHint>{key}</KeyHint>
                  </dt>
                  <dd>{t(`keys.${does}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
