### The pages of authors: their own records, the form of a record, what is done with one.

nav-mine = Мои записи
authoring-mine = Ваши записи
authoring-all = Все
authoring-new-technologies = Разместить технологию
authoring-new-demands = Разместить потребность
authoring-new-results = Добавить результат
authoring-new-institutions = Добавить учреждение
authoring-first-technologies = Разместите первую технологию
authoring-first-demands = Разместите первую потребность
authoring-first-results = Добавьте первый результат
authoring-first-institutions = Добавьте первое учреждение
authoring-empty-technologies = Опишите, что делает ваша технология и для кого. Сервис найдёт потребности на любом языке, которым она отвечает, и объяснит почему.
authoring-empty-demands = Опишите на своём языке, что требуется и каким требованиям это должно отвечать. Сервис найдёт подходящие технологии и объяснит почему.
authoring-empty-results = Успешное сотрудничество — довод в пользу следующего.
authoring-empty-institutions = В каждом подборе названы учреждения, способные обеспечить внедрение.
authoring-none-text = Ваших записей в этом состоянии нет.
authoring-nobody = Ваша учётная запись не относится ни к одной организации.
authoring-nobody-text = Записи принадлежат организациям. Все записи можно найти в списках библиотек.
authoring-matches = { $count ->
    [one] { $count } подбор
    [few] { $count } подбора
    [many] { $count } подборов
   *[other] { $count } подбора
}
authoring-improve = { $count ->
    [one] можно улучшить: { $count } место
    [few] можно улучшить: { $count } места
    [many] можно улучшить: { $count } мест
   *[other] можно улучшить: { $count } места
}

status-draft = Черновик
status-returned = Возвращено с замечаниями
status-submitted = Ожидает проверки
status-published = Опубликовано
status-expiring = Опубликовано, срок скоро истекает
status-archived = В архиве
status-withdrawn = Отозвано
status-rejected = Не принято
status-suspended = Скрыто: организация приостановлена

mine-record = Запись
mine-state = Состояние
mine-changed = Последнее изменение
mine-improve = Что улучшить
mine-do = Действия
mine-edit = Изменить

section-what = Что это
section-worth = Чем это лучше
section-asked = Что требуется
section-conditions = Условия эксплуатации
section-where = Где
section-terms = Условия сотрудничества
section-rights = Права
section-people = Кто и когда
section-course = Как это было
section-work = Как ведётся работа
section-export = Экспортный контроль
section-rest = Прочее
section-record = Сведения о записи
section-confidential = Конфиденциальная часть
section-lead-what = Эту часть читают все. Не указывайте ни названия своей организации, ни торговых марок, ни контактов: стороны остаются анонимными, пока брокер не представит их друг другу.
section-lead-asked = По одному требованию в строке: каждое отдельно сопоставляется с каждой технологией, и рядом показывается ответ.
section-lead-conditions = Числа с единицами. Они сравниваются как интервалы, какой бы ни была единица; если границы нет, оставьте поле пустым.
section-lead-export = То, что известно вам самим. Прежде чем стороны представят друг другу, распорядитель проверяет каждую технологию по действующему каталогу.
section-lead-confidential = Не публикуется и не участвует в поиске. Эту часть могут читать ваша организация, брокер, ведущий подбор с этой записью, и те, кто обслуживает сервис; каждое прочтение фиксируется.

hint-title = Одной строкой: что это и для чего.
hint-summary = Два предложения для списков.
hint-description = Как это работает, чего позволяет достичь, где применялось; с числами и единицами.
hint-keywords = По одному в строке.
hint-links = По одному адресу в строке. Ссылки раскрывают вас до согласия обеих сторон.
hint-ipc_classes = По одному в строке, например A01G 25/16.
hint-institutions = По одному в строке: номер учреждения, например I-2026-000001.
hint-languages = По одному в строке: zh, en, fr …
hint-technology = Номер технологии, например T-2026-000001.
hint-lang = Язык, на котором вы пишете. Остальные читают перевод.
hint-trl = От 1 до 9: 9 — применяется, 6 — прототип в реальных условиях.
hint-min_trl = От 1 до 9: 9 — применяется, 6 — прототип в реальных условиях.
hint-currency = Три буквы, например CNY, USD, EUR.
hint-valid_until = Последний день действия. Перед его наступлением вы получите напоминание.
hint-external_id = Ваш собственный номер этой записи. При импорте файла с тем же номером эта запись обновляется.
hint-target_countries = Если ничего не выбрано — любая страна.
hint-cooperation_modes = Каким образом вы готовы передать технологию.
hint-accepted_modes = Если ничего не выбрано — любая форма.
hint-ip_rights = Строка без номера не сохраняется.
hint-requirements = Очищенная строка удаляется.
hint-operating_conditions = Очищенная строка удаляется.

add-requirements = Добавить требование
add-operating_conditions = Добавить условие
add-ip_rights = Добавить право
add-parties = Добавить сторону
add-outcomes = Добавить показатель
add-contacts = Добавить контакт

part-text = Требование
part-priority = Важность
part-quantity = Величина
part-min = От
part-max = До
part-unit = Единица
part-kind = Вид
part-number = Номер
part-territory = Территория
part-name = Имя или название
part-country = Страна
part-role = Роль
part-measure = Показатель
part-value = Значение
part-email = Электронная почта
part-phone = Телефон

column-export_catalogue = Экспортный каталог
column-export_entry = Позиция каталога
column-export_screened_on = Дата экспортной проверки
column-year = Год
column-start_date = Первый день
column-end_date = Последний день
column-grade_date = Дата присвоения категории
column-contacts = Контакты

authoring-whole-field = вся область
authoring-other-countries = Другие страны
authoring-needed = обязательно
authoring-free = действует сразу
authoring-remove = Удалить
authoring-see = Посмотреть запись
authoring-save = Сохранить черновик
authoring-change = Сохранить изменения
authoring-check = Проверить
authoring-submit = Подать на проверку
authoring-published = Эта запись опубликована.
authoring-at-once = Сразу действуют изменения в полях: { $value }. Всё остальное сначала проверяется; до этого все видят запись в нынешнем виде.
authoring-operator = Вы ведёте библиотеки: сохранённое вами сразу видно всем.
closed-submitted = Запись ждёт рецензии и тем временем не меняется. Чтобы изменить её, верните её в черновики.
closed-withdrawn = Запись отозвана. Чтобы изменить её, верните её в черновики.
closed-rejected = Запись рассмотрена и не принята; она остаётся такой, какой была рассмотрена.
closed-suspended = Запись скрыта, потому что деятельность организации приостановлена; до восстановления её нельзя изменить.
authoring-steps = Другие действия
authoring-waiting = Ваше изменение ожидает проверки
authoring-waiting-text = До проверки все видят запись в прежнем виде. Чтобы внести другое изменение, отзовите это.
authoring-take-back = Отозвать изменение
authoring-stale = Тем временем эту запись сохранил кто-то другой.
authoring-stale-text = Введённое вами остаётся ниже и не сохранено. Сравните тексты; при повторном сохранении ваш текст заменит чужой.
authoring-conflict = Чужой текст и введённое вами
authoring-state = В нынешнем состоянии записи это действие невозможно.
authoring-unsaved = Не сохранено: исправьте указанное ниже.
authoring-lost = Не сохранено: сервис не отвечает или ваш сеанс завершён.
authoring-kept = Введённое вами остаётся здесь.
authoring-mistakes = { $count ->
    [one] Нужно исправить { $count } место.
    [few] Нужно исправить { $count } места.
    [many] Нужно исправить { $count } мест.
   *[other] Нужно исправить { $count } места.
}

authoring-done-saved = Черновик сохранён.
authoring-done-live = Изменение сохранено и уже действует.
authoring-done-waits = Действующее сразу сохранено; остальное ожидает проверки.
authoring-done-submitted = Запись ожидает проверки. Об итоге вы получите уведомление.
authoring-done-reopened = Запись снова стала черновиком.
authoring-done-archived = Запись перенесена в архив.
authoring-done-withdrawn = Запись отозвана.
authoring-done-renewed = Срок действия записи продлён.
authoring-done-taken_back = Ваше изменение отозвано.
authoring-done-faults = Пока ничего не выполнено: сначала исправьте указанное здесь.
authoring-done-stale = Ничего не выполнено: тем временем запись изменил кто-то другой. Ниже — её нынешний вид.
authoring-done-state = Ничего не выполнено: в нынешнем состоянии записи это невозможно.

step-reopen = Снова сделать черновиком
step-renew = Продлить
step-renew-now = Действует до { $value }.
step-renew-until = Продлить до
step-archive = В архив
step-withdraw = Отозвать
step-reason = Причина (для истории записи)
step-about-archive = Запись в архиве никому не показывается и в подборе не участвует. Продление после проверки вернёт её.
step-about-withdraw = Отозванная запись никому не показывается, и предложения по ней прекращаются. Она остаётся здесь вместе с историей и может снова стать черновиком.
step-yes-archive = Да, перенести в архив
step-yes-withdraw = Да, отозвать

live-title = Пока вы пишете
live-saved = Сохранено
live-filled = Заполнено полей: { $count } из { $total }
live-nearest = Ближайшие:
live-duplicates = Похожие опубликованные записи
live-mistakes = Нужно исправить
live-remarks = Можно улучшить
live-nothing = Замечаний нет.

outlook-technologies = { $count ->
    [0] Подходящих открытых потребностей пока нет.
    [one] Подошла бы { $count } открытой потребности.
    [few] Подошла бы { $count } открытым потребностям.
    [many] Подошла бы { $count } открытым потребностям.
   *[other] Подошла бы { $count } открытой потребности.
}
outlook-demands = { $count ->
    [0] Ни одна технология пока этому не отвечает.
    [one] На сегодня имеется { $count } технология.
    [few] На сегодня имеются { $count } технологии.
    [many] На сегодня имеется { $count } технологий.
   *[other] На сегодня имеется { $count } технологии.
}
outlook-nothing-technologies = Открытых потребностей пока нет.
outlook-nothing-demands = Технологий пока нет.

mistake-required = Это нужно заполнить.
mistake-invalid = Это значение не подходит.
mistake-wrong_type = Это не удаётся прочитать.
mistake-no_number = Напишите число без единицы, например 1200000 или 0.5.
mistake-no_integer = Напишите целое число.
mistake-no_date = Напишите дату в виде 2027-12-31.
mistake-too_long = Слишком длинно.
mistake-too_many = Слишком много.
mistake-out_of_range = За пределами допустимого.
mistake-min_above_max = Нижняя граница больше верхней.
mistake-unknown_code = Выберите значение из списка.
mistake-unknown_field = Такой области в классификаторе нет.
mistake-unknown_country = Такой страны в списке нет.
mistake-unknown_currency = Напишите три буквы валюты, например CNY.
mistake-unknown_language = Это не обозначение языка; пример: zh или pt-BR.
mistake-taken = Этот номер уже есть у другой вашей записи.
mistake-exact-too_long = Слишком длинно. Предел, знаков: { $a }.
mistake-exact-too_many = Слишком много. Предел: { $a }.
mistake-exact-out_of_range = За пределами допустимого: { $a }.

translations-title = Другие языки
translations-count = { $count ->
    [0] Переводов нет
    [one] { $count } перевод
    [few] { $count } перевода
    [many] { $count } переводов
   *[other] { $count } перевода
}
translations-lead = Читатели видят ваш текст на своём языке, если он есть, иначе оригинал. То, что вы введёте, считается написанным человеком; если оригинал потом изменится, перевод будет помечен как более старый. Язык, для которого ничего нет, оставьте пустым.
translation-by-human = человеком
translation-by-machine = машиной
translation-by-stale = оригинал с тех пор изменился
mistake-original_language = Оригинал уже на этом языке.
mistake-translation_stays = Опубликованный перевод заменяют, но не стирают.
mistake-retired_field = Эта область упразднена; выберите другую.
mine-waiting = Ждут вашего ответа
mine-waiting-lead = Их предлагает брокер. Другая сторона не узнает, кто вы, пока не согласятся обе.
