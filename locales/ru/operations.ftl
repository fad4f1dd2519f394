### Running the service: jobs, indexes, audit, settings.

operations-title = Работа сервиса
operations-jobs = Задания
operations-index = Поисковые индексы
operations-audit = Аудит
operations-settings = Настройки

jobs-lead = То, что следует из изменения, выполняется как задание: подбор, уведомления. Неудавшееся задание повторяется само, каждый раз через вдвое больший промежуток, пока попытки не прекратятся.
jobs-states = Состояние
jobs-state-waiting = Ожидают ({ $a })
jobs-state-failing = Не удаются ({ $a })
jobs-state-given_up = Прекращены ({ $a })
jobs-state-done = Выполнены ({ $a })
jobs-none-title = Заданий здесь нет
jobs-none-text = В этом состоянии нет ни одного задания.
jobs-since = с { $value }
jobs-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попытки
}
jobs-next = следующая попытка: { $value }
jobs-given-up = попытки прекращены: { $value }
jobs-done = выполнено: { $value }
jobs-retry = Повторить сейчас
jobs-retry-all = Повторить все сейчас
jobs-retried = { $count ->
    [0] Неудавшихся заданий не было.
    [one] Повторяется { $count } задание.
    [few] Повторяются { $count } задания.
    [many] Повторяется { $count } заданий.
   *[other] Повторяется { $count } задания.
}
job-match_demand = Подбор для потребности
job-match_technology = Подбор для технологии
job-alert_searches = Уведомление по сохранённым поискам

index-lead = Каждый индекс вычисляется из базы данных, и его можно в любое время создать заново. Первое число — последнее учтённое изменение, второе — самое новое из имеющихся.
index-library = Библиотека
index-records = Записи
index-change = Учтённое / самое новое изменение
index-waiting = Ожидают векторов
index-size = На диске
index-behind = отстаёт
index-megabytes = { $value } МБ
index-algorithm = алгоритм { $value }
index-weights = веса, версия { $value }
index-model = модель { $value }
index-model-missing = модели { $value } нет
index-check = Проверить
index-rebuild = Создать заново
index-rebuild-lead = При проверке индекс и база данных сравниваются запись за записью. При создании заново новые индексы строятся рядом с нынешними; пока они не готовы, поиск идёт по нынешним.

errand-check_index = Проверка индексов
errand-rebuild_index = Создание индексов заново
errand-verify_audit = Проверка журнала аудита
errand-began = начало: { $value }
errand-running-of = { $a } из { $b }
errand-ended-done = завершено { $a }, всё в порядке
errand-ended-partly = завершено { $a }, найдены расхождения
errand-ended-failed = не удалось: { $a }
errand-look-again = Чтобы узнать, как идёт выполнение, загрузите страницу ещё раз.

audit-lead = Кто что сделал и кто что видел, самое новое — сверху. Записи журнала связаны между собой хешами, и изменить их нельзя.
audit-not-verified = С запуска сервиса цепочка не проверялась.
audit-verify = Проверить цепочку
audit-number = Номер
audit-time = Когда
audit-who = Кто
audit-service = сервис
audit-actor = Человек
audit-action = Действие
audit-record = Запись
audit-from = С
audit-to = По
audit-filter = Отобрать
audit-all = Показать все
audit-detail = Подробности
audit-export = Скачать эти записи журнала (JSON Lines)
audit-none-title = Записей журнала нет
audit-none-text = В журнале аудита ничего такого нет.
audit-wrong-actor = Для человека нужно указать идентификатор.
audit-wrong-record = Для записи нужно указать идентификатор.
audit-wrong-from = В поле «С» нужно указать дату.
audit-wrong-to = В поле «По» нужно указать дату.

settings-lead = Что действует в этом процессе и откуда это взято. Секретные значения никогда не показываются.
settings-key = Настройка
settings-value = Значение
settings-source = Источник
setting-source-default = по умолчанию
setting-source-file = файл { $a }
setting-source-environment = переменная среды { $a }
setting-source-option = командная строка { $a }

dashboard-name = Сводная панель
dashboard-all-countries = Все страны
dashboard-all-fields = Все области
dashboard-filter = Показать
dashboard-table = В виде таблицы
dashboard-more = { $count ->
    [one] В таблице ещё { $count } строка.
    [few] В таблице ещё { $count } строки.
    [many] В таблице ещё { $count } строк.
   *[other] В таблице ещё { $count } строки.
}
dashboard-rest = { $count ->
    [one] В файлах ещё { $count } строка.
    [few] В файлах ещё { $count } строки.
    [many] В файлах ещё { $count } строк.
   *[other] В файлах ещё { $count } строки.
}
dashboard-none-title = Считать нечего
dashboard-none-text = Ничего такого нет.
dashboard-nothing = не указано
dashboard-title-funnel = От предложения до исполнения
dashboard-title-time = Время в каждом состоянии
dashboard-title-spread = Подборы по странам, областям и месяцам
dashboard-title-unanswered_demands = Потребности без ответа
dashboard-title-idle_technologies = Технологии без потребности
dashboard-title-grades = Учреждения по категориям
dashboard-lead-funnel = Сколько подборов дошло по меньшей мере до этого состояния. Отменённые шаги не учитываются.
dashboard-lead-time = Медиана числа дней, проведённых подборами в состоянии до выхода из него.
dashboard-lead-spread = Предложенные подборы по стране и области потребности. Потребность двух областей учитывается в обеих.
dashboard-lead-unanswered_demands = Опубликованные потребности, по которым нет ни одного открытого подбора.
dashboard-lead-idle_technologies = Опубликованные технологии, по которым нет ни одного открытого подбора.
dashboard-lead-grades = Опубликованные учреждения.
dashboard-head-state = Состояние
dashboard-head-country = Страна
dashboard-head-field = Область
dashboard-head-month = Месяц
dashboard-head-grade = Категория
dashboard-measure-matches = Подборы
dashboard-measure-median_days = Дни (медиана)
dashboard-measure-left = Вышли из него
dashboard-measure-present = Сейчас в нём
dashboard-measure-suggested = Предложено
dashboard-measure-introduced = Стороны представлены
dashboard-measure-agreed = Достигнуто соглашение
dashboard-measure-demands = Потребности
dashboard-measure-technologies = Технологии
dashboard-measure-institutions = Учреждения

job-translate_record = Перевод записи

operations-taxonomy = Классификатор
taxonomy-lead = Области технологий и их названия. Изменения сразу действуют в списках, формах, фильтрах и при подборе.
taxonomy-shown = Показать
taxonomy-all = { $count ->
    [one] { $count } область
    [few] Все { $count } области
    [many] Все { $count } областей
   *[other] Все { $count } области
}
taxonomy-lacking = { $count ->
    [one] У { $count } области не хватает названий
    [few] У { $count } областей не хватает названий
    [many] У { $count } областей не хватает названий
   *[other] У { $count } области не хватает названий
}
taxonomy-none-title = Недостающих названий нет
taxonomy-none-text = У каждой области есть название на всех семи языках.
taxonomy-missing = нет названия: { $value }
taxonomy-retired = упразднена
taxonomy-replaced = упразднена; вместо неё: { $value }
field-labels = Названия
field-labels-lead = Если на каком-либо языке названия нет, читатели видят английское, а если нет и его — китайское. Одно из этих двух обязательно.
field-save = Сохранить названия
field-now = Сейчас сохранено:
field-stale = С тех пор как вы открыли эту область, её изменил кто-то другой. Введённое вами остаётся здесь, рядом показано сохранённое; при повторном сохранении ваш текст заменит его.
field-wrong = Ничего не сохранено. Что нужно исправить, указано у полей ниже.
field-records = { $count ->
    [0] не указана ни в одной записи
    [one] указана в { $count } записи
    [few] указана в { $count } записях
    [many] указана в { $count } записях
   *[other] указана в { $count } записи
}
field-retirement = Упразднение
field-retirement-lead = В имеющихся записях упразднённая область сохраняется, и по ней их можно найти. В новых записях выбрать её нельзя.
field-replacement = Что выбирать вместо неё
field-no-replacement = Ничего
field-retire = Упразднить эту область
field-restore = Вернуть в употребление
field-below = Добавить область внутри этой
field-name = Код, после префикса
field-name-hint = Строчные латинские буквы, цифры и _. Код остаётся таким навсегда; названия можно менять.
field-add = Добавить область
field-done-changed = Названия сохранены.
field-done-retired = Область упразднена.
field-done-restored = Область снова в употреблении.
field-done-added = Область добавлена.
field-fault-labels-too_long = В названии может быть не более 120 знаков.
field-fault-labels-invalid = Так уже называется другая область, или название занимает больше одной строки.
field-fault-labels-required = Нужно название на китайском или английском языке.
field-fault-code-unknown_field = Области добавляются только внутри областей первого уровня.
field-fault-code-invalid = Код занят, содержит что-либо кроме строчных латинских букв, цифр и _ или начинается не с буквы.
field-fault-code-too_long = Код слишком длинный.
field-fault-retired-locked = Эту область нельзя упразднить: она заменяет другую или относится к первому уровню.
field-fault-replacement-invalid = Замена указывается только для упразднённой области.
field-fault-replacement-unknown_field = Заменой может быть только другая область, которая находится в употреблении.
