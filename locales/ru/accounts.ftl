### Signing in, accounts, organisations.

sign-in = Войти
sign-out = Выйти
sign-in-account = Адрес электронной почты или имя учётной записи
sign-in-password = Пароль
sign-in-refused = Неверная учётная запись или пароль.
sign-in-wait = { $count ->
    [one] Слишком много попыток. Подождите { $count } секунду и повторите.
    [few] Слишком много попыток. Подождите { $count } секунды и повторите.
    [many] Слишком много попыток. Подождите { $count } секунд и повторите.
   *[other] Слишком много попыток. Подождите { $count } секунды и повторите.
}
form-problem = Не удалось выполнить действие.
form-done = Готово.

role-firm = Предприятие
role-embassy = Посольство
role-broker = Брокер
role-steward = Распорядитель библиотек
role-admin = Администратор

account-title = Ваша учётная запись
account-name = Имя
account-email = Электронная почта
account-role = Роль
account-organisation = Организация
account-waiting = Пока вы не можете выполнять действия.
account-organisation-pending = Ваша организация зарегистрировалась и ожидает одобрения распорядителя.
account-organisation-rejected = Регистрация вашей организации не принята.
account-organisation-suspended = Деятельность вашей организации в сервисе приостановлена.
account-sessions = Где вы вошли в систему
account-session-current = этот сеанс
account-session-close = Завершить
account-password = Пароль
account-password-present = Текущий пароль
account-password-new = Новый пароль
account-password-change = Изменить пароль
account-password-wrong = Текущий пароль указан неверно.
account-done-password = Пароль изменён. Остальные ваши сеансы завершены.
account-done-session = Сеанс завершён.
password-too_short = Минимальная длина пароля, знаков: { $a }.
password-too_long = Этот пароль слишком длинный.
password-guessable = Этот пароль относится к самым распространённым или легко угадывается. Хорошо подходят несколько не связанных между собой слов.

code-title = Второй фактор
code-ask = Введите код из программы-аутентификатора или один из резервных кодов.
code-field = Код
code-wrong = Код неверен или уже использован. Дождитесь следующего.
code-needed = Для вашей роли необходим второй фактор. Пока он не настроен, остальное недоступно.
code-set-up = Внесите этот ключ в программу-аутентификатор (на телефоне перейдите по ссылке), затем введите показанный код.
code-first = Показанный код
code-confirm = Настроить
code-recovery = Второй фактор настроен. Сохраните эти резервные коды в надёжном месте: каждый один раз заменяет программу, и показываются они только сейчас.
code-present = Для вашей учётной записи настроен второй фактор. С помощью его кода можно отключить второй фактор, например, чтобы настроить другое устройство.
code-remove = Отключить
account-done-factor = Второй фактор отключён.
account-factor-set-up = Настроить второй фактор
account-factor-present = Второй фактор настроен
