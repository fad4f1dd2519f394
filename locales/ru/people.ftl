### Registering, invitations, forgotten passwords, the people of an organisation.

register-title = Регистрация предприятия
register-lead = Предприятия регистрируются самостоятельно; посольства, палаты и брокеров приглашают. Вы получите письмо со ссылкой, затем регистрацию рассмотрит распорядитель. До одобрения можно только войти в систему.
register-organisation = Название предприятия, как в свидетельстве о регистрации
register-organisation-en = Название на английском языке, если есть
register-country = Страна
register-credit-code = Единый код социального кредита
register-credit-code-hint = 18 знаков в свидетельстве о регистрации предприятия в Китае.
register-name = Ваше имя
register-lang = Язык писем
register-button = Зарегистрировать
register-sent = Вам отправлено письмо. Перейдите по ссылке из него в течение двух дней.
register-confirm = Подтвердить регистрацию
register-confirm-lead = Введите пароль, выбранный при регистрации.

sign-in-done-registered = Регистрация подтверждена и ожидает решения распорядителя. О решении вы узнаете из письма; войти можно уже сейчас.
sign-in-done-invited = Ваша учётная запись готова. Войдите, указав свой адрес электронной почты.
sign-in-done-password = Новый пароль задан. Войдите с ним.

forgotten-title = Забыли пароль?
forgotten-lead = Мы отправим на ваш адрес ссылку, по которой можно задать новый пароль.
forgotten-button = Отправить ссылку
forgotten-sent = Если учётная запись с этим адресом существует, письмо со ссылкой отправлено.
forgotten-again = Запросить новую ссылку

invitation-title = Вы приглашены
invitation-lead = Укажите своё имя и выберите пароль; после этого учётная запись ваша.
invitation-accept = Создать учётную запись

rule-link_dead = Эта ссылка использована, отозвана или срок её действия истёк.
rule-address_taken = Учётная запись с этим адресом электронной почты уже существует. Войдите в неё.
rule-only_admins = Такие действия в отношении администраторов выполняет только администратор.
rule-own_role = Изменить собственную роль нельзя.
rule-own_organisation = Принимать решение по собственной организации нельзя.
rule-last_admin = Последний администратор не может уйти.
rule-successor_needed = Кто уходит сам, называет преемника.
rule-left_already = Этот сотрудник уже покинул организацию.
rule-not_left = Этот сотрудник не покидал организацию.
rule-not_waiting = Этот человек не ожидает подтверждения.
rule-decided = Решение по этому вопросу уже принято.
rule-not_open = Приглашение уже использовано или отозвано.
rule-other_role = Сотрудники делают это только в пределах своей организации и роли.

fault-name_length = Имя или название содержит от 1 до 200 знаков в одной строке.
fault-no_email = Это не адрес электронной почты.
fault-unknown_language = Писем на этом языке нет.
fault-unknown_country = Выберите страну.
fault-unknown_organisation = Такой организации нет.
fault-organisation_missing = Для этой роли нужна организация: укажите какая.
fault-role_missing = Выберите роль.
fault-credit_code_missing = У предприятия в Китае есть единый код социального кредита.
fault-credit_code_length = Число знаков в едином коде социального кредита: { $a }; в указанном: { $b }.
fault-credit_code_character = Знак «{ $a }» (по счёту: { $b }) в едином коде социального кредита не используется, как и I, O, Z, S и V.
fault-credit_code_check = Последний знак кода не согласуется с остальными: один из знаков отличается от указанного в свидетельстве.
fault-password_wrong = Это не тот пароль, который был выбран при регистрации.
fault-reason_missing = При отказе указывается причина.
fault-reason_length = Причина — не более 1000 знаков.
fault-no_successor = Преемником может быть другой действующий сотрудник той же организации с той же ролью.

organisations-title = Зарегистрировавшиеся организации
organisations-none = Таких нет.
organisations-other-name = На другом языке
organisations-since = Дата регистрации
organisations-person = Сотрудник
organisations-reason = Причина
organisations-reason-for = Причина отказа; её прочтут сотрудники организации
organisations-approve = Одобрить
organisations-refuse = Отказать
organisations-done-approved = Организация одобрена, её сотрудники извещены по почте.
organisations-done-rejected = Организация не одобрена, её сотрудники извещены по почте.
organisation-standing-pending = Ожидает решения
organisation-standing-approved = Одобрена
organisation-standing-rejected = Не одобрена

organisation-kind-firm = Предприятие
organisation-kind-embassy = Посольство
organisation-kind-chamber = Торговая палата
organisation-kind-ministry = Министерство
organisation-kind-broker = Брокер
organisation-kind-operator = Оператор
organisation-kind-other = Иное

people-title = Сотрудники
people-invite = Пригласить
people-invite-own = Пригласите коллег в свою организацию. Ссылка в письме действует один раз.
people-invite-anywhere = Пригласите посольства, палаты, брокеров и распорядителей. Ссылка в письме действует один раз.
people-organisation-hint = Обязательно для предприятий и посольств; если организации здесь ещё нет, она будет создана.
people-kind = Вид организации
people-kind-usual = Обычный для этой роли
people-invitations = Приглашения
people-revoke = Отозвать
people-done-invited = Приглашение отправлено.
people-done-revoked = Приглашение отозвано.
person-state-active = в организации
person-state-waiting = ожидает подтверждения
person-state-left = больше не в организации
person-waiting = Регистрация от имени этой организации ожидает подтверждения. Подтверждайте только тех, кого знаете.
invited-open = ожидает ответа
invited-used = принято
invited-revoked = отозвано
invited-expired = срок истёк

person-state = Состояние
person-let-in = Подтвердить
person-turn-away = Отказать
person-leaves = Уход из организации
person-leaves-lead = Учётная запись сразу закрывается. Записи остаются за организацией; открытые дела и непрочитанные уведомления переходят к преемнику.
person-successor = Преемник
person-nobody = Никто
person-leaves-button = Закрыть учётную запись
person-bring-back = Восстановить учётную запись
person-role = Роль
person-role-button = Изменить роль
person-done-let_in = Принадлежность к организации подтверждена.
person-done-left = Учётная запись закрыта.
person-done-returned = Учётная запись снова действует.
person-done-role = Роль изменена; теперь нужно войти заново.
