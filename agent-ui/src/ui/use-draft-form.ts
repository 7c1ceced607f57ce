import { type UseFormReturnType, useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RefusedError } from '../live/request.ts';
import { errorWords } from './error-words.ts';
import { fieldWords } from './field-words.ts';
import { notifyFailed } from './notify.ts';

interface Options<Values, Draft> {
  readonly schema: z.ZodType<Draft, unknown>;
  readonly initialValues: Values;
  /** What a field is called on the page. */
  readonly labelOf: (field: string) => string;
  readonly save: (draft: Draft) => Promise<unknown>;
}

/**
 * A form checked by the schema of the contract. Saving without a mandatory field names it and puts the cursor there;
 * what the server refuses stands beside its field, else in the corner.
 */
export function useDraftForm<Values extends Record<string, unknown>, Draft>(options: Options<Values, Draft>) {
  const { t } = useTranslation();
  const { schema, initialValues, labelOf, save } = options;
  const element = useRef<HTMLFormElement>(null);
  const isSaving = useRef(false);
  const form = useForm<Values>({
    initialValues,
    validate: (values) => errorsOf(schema.safeParse(values)),
    validateInputOnBlur: false,
  });

  function errorsOf(parsed: z.ZodSafeParseResult<Draft>): Record<string, string> {
    const issues = (parsed.error?.issues ?? []).toReversed();
    return Object.fromEntries(
      issues.map((issue) => [String(issue.path[0] ?? ''), fieldWords(t, issue, labelOf(String(issue.path[0] ?? '')))]),
    );
  }

  const submit = form.onSubmit(
    async (values) => {
      if (isSaving.current) return;
      isSaving.current = true;
      try {
        await save(schema.parse(values));
      } catch (error) {
        showRefusal(error);
      } finally {
        isSaving.current = false;
      }
    },
    () => focusFirstError(element.current),
  );

  function showRefusal(error: unknown) {
    const field = error instanceof RefusedError ? (error.field ?? error.details.field) : undefined;
    const [name = ''] = String(field ?? '').split('.');
    if (name in initialValues) {
      form.setErrors({ [name]: errorWords(t, error) });
      focusFirstError(element.current);
    } else notifyFailed(t, error);
  }

  return { form: form as UseFormReturnType<Values>, submit, element };
}

/** After the errors are drawn. */
function focusFirstError(form: HTMLFormElement | null) {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid="true"]')?.focus());
}
