/** Words of the second step of signing in, English. */
export const secondStepEn = {
  code: 'Code from the app',
  backup: 'Backup code',
  useBackup: 'No phone? Sign in with a backup code',
  useApp: 'Sign in with a code from the app',
  confirm: 'Confirm',
  startAgain: 'Begin anew',
};

/** Refusals of signing in and of passwords, English. */
export const signInRefusalsEn = {
  code_wrong: 'The code does not fit. Check that the phone’s clock is right and type a new code.',
  code_used: 'This code has been used. Wait until the app shows the next one.',
  second_step_over: 'The time for the code is over, or there were too many tries. Type the password again.',
  second_factor_there: 'The second step is on already. To move it to another phone, turn it off first.',
  password_too_short: 'The password is too short: at least {{length}} characters are needed.',
  password_common:
    'This password is among the first that intruders try. Take a few words that have nothing to do with each other.',
  password_like_owner: 'The password is made of the name or the e-mail address. Take another one.',
};
