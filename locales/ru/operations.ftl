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
