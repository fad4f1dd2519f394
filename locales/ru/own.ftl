### Pages of one's own: tokens, saved searches, webhooks, how one is told, what was learned.

own-title = Мои настройки
own-name = Название
own-remove = Удалить
own-for-country = для страны: { $value }
own-fault-name-length = Дайте название длиной от 1 до 100 знаков.
own-fault-name-required = Дайте название длиной от 1 до 100 знаков.
own-fault-days-out_of_range = От 1 до 365 дней.
own-fault-scopes-required = Выберите хотя бы одно разрешённое действие.
own-fault-query-required = В поиске нужны слова или фильтр.
own-fault-query-unknown_field = Такой области нет.
own-fault-query-unknown_country = Такой страны нет.
own-fault-query-too_many = Число сохранённых поисков достигло предела для одного человека. Сначала удалите один из них.
own-fault-url-too_long = Адрес слишком длинный.
own-fault-url-too_many = Число вебхуков вашей организации достигло предела. Сначала удалите один из них.
own-fault-events-required = Выберите хотя бы одно событие.

token-title = Токены для программ
token-lead = Токен позволяет программе делать от вашего имени то, что вы разрешили, и ничего больше.
token-made = Скопируйте этот токен сейчас. Он показывается только один раз.
token-none-title = Токенов пока нет
token-none-text = Создайте токен, если ваша программа должна читать или вносить здесь данные.
token-make = Создать токен
token-name-hint = Для чего он, чтобы отличать его от других.
token-scopes = Разрешено
token-scope-read = читать
token-scope-write = вносить записи
token-scope-match = рассчитывать подборы и принимать по ним решения
token-scope-admin = управлять учётными записями и сервисом
token-days = Срок действия, дней
token-days-hint = Не более 365.
token-ends = действует до { $value }
token-endless = бессрочно
token-used = последнее использование: { $value }
token-never-used = не использовался
token-revoke = Отозвать
token-done-revoked = Токен больше не действует.

saved-title = Сохранённые поиски
saved-lead = Вы получаете уведомление обо всём вновь опубликованном, что подходит.
saved-new = Сохранить этот поиск
saved-this = Сохранить этот поиск
saved-left-out = Не все фильтры списка можно сохранить; остальные пропущены.
saved-name-hint = Под этим названием поиск указывается в уведомлениях.
saved-delivery = Способ уведомления
saved-save = Сохранить
saved-none-title = Сохранённых поисков пока нет
saved-none-text = Выполните поиск или отберите записи списка, затем сохраните то, что видите.
saved-standing = Ваши потребности тоже ведут поиск
saved-standing-text = Опубликованная потребность — это постоянный поиск: при каждой публикации или изменении технологии подбор повторяется, и вы узнаёте о подходящем. Каким образом, укажите здесь:
saved-done-saved = Поиск сохранён.
saved-done-removed = Поиск удалён.

hook-title = Вебхуки
hook-lead = Ваша программа сразу узнаёт о том, что происходит с записями и подборами вашей организации. Отправления подписаны и содержат только идентификаторы.
hook-one = Вебхук
hook-none-title = Вебхуков пока нет
hook-none-text = Добавьте адрес программы, которую нужно извещать.
hook-add = Добавить вебхук
hook-url = Адрес
hook-url-hint = Адрес https в общедоступном интернете.
hook-events = Извещать, когда
hook-event-record_published = запись опубликована
hook-event-record_withdrawn = запись отозвана
hook-event-match_proposed = подбор ожидает вашего ответа
hook-event-match_answered = одна из сторон ответила
hook-event-match_introduced = стороны представлены друг другу
hook-event-match_moved = состояние подбора изменилось иным образом
hook-event-ping = кто-то проверяет вебхук
hook-since = с { $value }
hook-failures =
    { $count ->
        [one] { $count } неудача подряд
        [few] { $count } неудачи подряд
        [many] { $count } неудач подряд
       *[other] { $count } неудачи подряд
    }
hook-off-title = Отключён.
hook-off = С { $value } ничего не отправляется: слишком много неудачных отправок. Когда вебхук заработает, удалите его и добавьте снова.
hook-secret-shown = Скопируйте этот секретный ключ сейчас: им подписывается каждое отправление. Он показывается только один раз.
hook-ping = Отправить проверку
hook-rotate = Сменить секретный ключ
hook-rotate-hint = В течение дня после смены каждое отправление содержит две подписи: новым и прежним ключом.
hook-deliveries = Отправления
hook-deliveries-none = Пока ничего не отправлено.
hook-status-waiting = ожидает
hook-status-delivered = доставлено
hook-status-given_up = попытки прекращены
hook-attempts =
    { $count ->
        [one] { $count } попытка
        [few] { $count } попытки
        [many] { $count } попыток
       *[other] { $count } попытки
    }
hook-failure-unreadable = Адрес не удаётся прочитать.
hook-failure-insecure = Адрес должен начинаться с https://.
hook-failure-credentials = В адресе не должно быть имени пользователя и пароля.
hook-failure-private = Адрес ведёт в частную сеть. Вызываются только адреса общедоступного интернета.
hook-failure-unknown_name = Имя узла в адресе неизвестно.
hook-failure-no_connection = Не удалось установить соединение.
hook-failure-no_encryption = Не удалось установить зашифрованное соединение; возможно, сертификат недействителен.
hook-failure-no_http = Соединение прервалось, или ответ был не по протоколу HTTP.
hook-failure-no_answer = Ответ не пришёл вовремя.
hook-failure-not_taken = Программа не приняла отправление.
hook-failure-internal = Сам сервис не смог его отправить.
hook-answer = ответ: { $value }
hook-next = следующая попытка: { $value }
hook-done-ping = Проверка отправляется.
hook-done-off = Этот вебхук отключён, ему ничего не отправляется.
hook-done-removed = Вебхук удалён.

told-title = Способы уведомления
told-lead = Все уведомления есть в списке. Здесь вы указываете, о чём сообщать ещё и по почте.
told-lang = Язык писем
told-lang-usual = Обычный язык сервиса
told-save = Сохранить
told-group-matches = Подборы и дела
told-group-records = Ваши записи
told-group-other = Поиск и служба
told-how-instant = сразу по почте
told-how-digest = одним письмом в день
told-how-off = только в списке
told-done-saved = Отныне вы будете получать уведомления таким образом.
told-of-match_proposed = Подбор ожидает вашего ответа
told-of-match_answered = Другая сторона ответила
told-of-match_introduced = Вас представили другой стороне
told-of-match_moved = Состояние подбора изменилось
told-of-match_due = Подбор уже некоторое время ожидает вашего ответа
told-of-match_overdue = Ответ просрочен
told-of-export_due = Истекает срок экспортной процедуры
told-of-interest_received = Кто-то заинтересован в записи
told-of-message_received = Новое сообщение в деле
told-of-record_status = Вашу запись опубликовали, отозвали или перенесли в архив другие
told-of-record_idle = Ваша запись давно не менялась
told-of-record_archived = Ваша запись перенесена в архив
told-of-new_fits = Появилось подходящее для вашей потребности или технологии
told-of-record_reviewed = Ваша запись проверена
told-of-record_expiring = Истекает срок действия вашей записи
told-of-record_expired = Срок действия вашей записи истёк
told-of-webhook_disabled = Вебхук отключён
told-of-search_fits = Появилось подходящее для сохранённого поиска
told-of-organisation_waits = Зарегистрировалась организация
told-of-milestone_set = Внесён или перенесён этап
told-of-milestone_overdue = Этап просрочен
told-of-outcome_asked = Вас спрашивают, чем закончилось соглашение
told-of-matches_freed = Дела других брокеров снова в очереди

learning-title = Чему научили решения
learning-lead = По решениям, говорящим о соответствии, веса признаков ранжирования определяются заново. Новые веса вступают в силу, только если дают лучший итог на отложенных для проверки потребностях; все версии сохраняются, и администратор может вернуться к любой из них.
learning-none-title = Обучения пока не было
learning-none-text = Действует ранжирование, поставляемое с программой. Число необходимых решений: не менее { $count }.
learning-version = Версия { $value }
learning-in-force = действует
learning-outcome-shipped = поставлено с программой
learning-outcome-adopted = лучше
learning-outcome-no_gain = не лучше
learning-outcome-worse = хуже
learning-from = решений: { $a }, потребностей: { $b }; отложено для проверки: { $c }
learning-order = Порядок предложений (nDCG@10), до → после
learning-error = Погрешность оценки (калибровка), до → после
learning-weights = Веса признаков
learning-adopt = Ввести в действие
learning-done-adopted = Введено в действие. Подбор для всех опубликованных потребностей выполняется заново.
learning-done-other = Это получено для другой версии программы, и ввести это в действие нельзя.

feed-link = Подписаться на ленту (Atom)
