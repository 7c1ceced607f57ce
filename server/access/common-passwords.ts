/**
 * What guessers try first, here and abroad: words and keyboard walks, lower case, without the digits and marks that people
 * put around them. The check takes those away by itself.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p@ssword p@ssw0rd pa$$word pa$$w0rd passwort motdepasse contrasena parol parolparol mypassword
  passwordpassword newpassword thepassword password1password qwerty qwertyuiop qwertyui qwerty123456 qwerty1234567890
  qwertyqwerty qwertz qwertzuiop azerty azertyuiop asdfghjkl asdfghjkl; asdfgh asdfasdf zxcvbnm zxcvbn zxcvbnm,./ qazwsx
  qazwsxedc qazwsxedcrfv 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsx
  1234567890 0123456789 0987654321 9876543210 12345678910 123456789 1234567891 12344321 123123123 123321123 1231231234
  1111111111 1122334455 11223344 1029384756 147258369 147852369 789456123 159357159 abc123 abcd1234 abc123456 a1b2c3d4
  a1b2c3d4e5 abcdefghij admin administrator adminadmin superadmin root rootroot toor user username guest welcome
  letmein letmeinnow changeme changemenow default secret topsecret mysecret login test testtest tester testing demo
  iloveyou ilovemyself ilovegod loveyou lovelove sunshine princess superman batman spiderman starwars pokemon football
  baseball basketball liverpool chelsea arsenal barcelona dynamo dynamokyiv shakhtar monkey dragon shadow master michael
  jordan jennifer ashley nicole daniel thomas charlie jessica michelle computer internet samsung google android iphone
  facebook instagram telegram whatever trustno freedom flower cookie chocolate butterfly hello helloworld hellohello
  summer winter autumn spring monday friday january september ukraine ukraina україна slavaukraini slavaukraine
  славаукраїні kyiv kiev lviv odesa odessa kharkiv dnipro пароль парольпароль мійпароль пароль123456 йцукен йцукенгшщз
  фівапролдж фывапролдж ячсмить ячсмитьбю привіт любов кохання сонечко сонце мамамама мама тато котик зайчик адмін
  адміністратор користувач оператор менеджер callcenter callcentre contactcenter operator manager supervisor asterisk
  asteriskpbx freepbx dzvin дзвін company office welcomehome`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
