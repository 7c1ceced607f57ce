import { type LineDraft, lineDraft } from '../hotline/contract.ts';

export const demoProjects = ['Підтримка', 'Продажі'] as const;
export type DemoProject = (typeof demoProjects)[number];

const demoLines: readonly { readonly project: DemoProject; readonly numbers: readonly string[] }[] = [
  { project: 'Підтримка', numbers: ['5000'] },
  { project: 'Продажі', numbers: ['6000'] },
];

/** Each serves the project it is called after. */
export function toLineDrafts(projectIds: Readonly<Record<DemoProject, string>>): readonly LineDraft[] {
  return demoLines.map(({ project, numbers }) =>
    lineDraft.parse({ name: project, numbers, projectId: projectIds[project] }),
  );
}
