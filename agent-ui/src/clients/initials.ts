/** Legal forms say nothing about who it is. */
const forms = /^(ТОВ|ПП|ФОП|АТ|ПАТ|ПрАТ|КП|КНП|ДП|ОСББ|LLC)(?=\s)/u;

/** «ТОВ «Зерно-Полісся»» → ЗП, «Ліцей № 4» → Л4. */
export function initials(name: string): string {
  const words = name.replace(forms, '').match(/[\p{L}\p{N}’']+/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase('uk'))
    .join('');
}
