### A case: deciding, answering, messages, tasks, documents, what happened.

acting-broker = Брокер
acting-demand_side = Сторона потребности
acting-technology_side = Сторона технологии
acting-service = Сервис

case-decision = Решение
case-do-suggested = Вернуть в предложенные
case-do-shortlisted = Отобрать
case-do-proposed = Направить сторонам
case-do-introduced = Представить стороны
case-do-negotiating = Идут переговоры
case-do-agreed = Достигнуто соглашение
case-do-delivered = Исполнено
case-do-dismissed = Отклонить
case-do-declined = Отклонено стороной
case-do-on_hold = Приостановить
case-do-lapsed = Закрыть за истечением срока
case-do-withdrawn = Отозвать
case-reason = Причина
case-reason-text = Своими словами
case-say-no = Записать
case-undo = Отменить
case-undo-text = { $records }: { $state }.
case-broker = Брокер, ведущий дело
case-nobody = Никто
case-assign = Назначить
case-take = Беру на себя
case-open = Открыть дело
case-overdue = Просрочено
case-answer-none = { $a }: ответа пока нет
case-answer-accepted = { $a }: принято
case-answer-declined = { $a }: отклонено
case-waits = { $count ->
    [one] Ожидает ответа { $count } рабочий день
    [few] Ожидает ответа { $count } рабочих дня
    [many] Ожидает ответа { $count } рабочих дней
   *[other] Ожидает ответа { $count } рабочего дня
}
case-overdue-on = просрочено с { $value }
case-export-ends = Срок экспортной процедуры истекает { $value }
case-clock-stands = Отсчёт времени остановлен: { $value }
case-clock-goes-on = Отсчёт времени продолжается

case-messages = Сообщения
case-messages-lead = Каждая сторона видит только свою переписку. Написанное одной стороной доходит до другой, только если вы это передадите.
case-no-messages = Сообщений пока нет.
case-nobody-reads = У этой стороны здесь нет организации; написанное вами сохраняется как заметка.
case-message = Сообщение
case-send = Отправить
case-not-yet = Эта сторона узнает о подборе, когда он будет ей направлен.

case-tasks = Задачи
case-no-tasks = Задач нет.
case-task = Что нужно сделать
case-task-until = до
case-task-days = или число рабочих дней
case-task-due = срок: { $value }
case-task-add = Добавить
case-task-done = Выполнено
case-task-open = Всё же не выполнено

case-documents = Документы
case-documents-lead = Добавленное здесь видят ваша организация и брокер, но не другая сторона.
case-no-documents = Документов нет.
case-file = Файл
case-visible-to = кому видно
case-visible-broker = только брокеру
case-visible-demand = брокеру и стороне потребности
case-visible-technology = брокеру и стороне технологии
case-visible-both = брокеру и обеим сторонам
case-document-add = Добавить документ
case-document-hint = PDF, PNG, JPEG, офисные документы без макросов, простой текст; не более { $count } МБ.
case-kilobytes = { $value } КБ

case-letter = Письмо о намерениях (лицензия на экспорт технологии)
case-letter-number = Номер
case-letter-from = действует с
case-letter-until = по
case-letter-record = Внести письмо

case-clock = Отсчёт времени
case-clock-stop = Остановить отсчёт
case-clock-resume = Продолжить отсчёт
case-clock-keep = Сохранить, отсчёт продолжается
case-export-started = Начало экспортной процедуры
stop_reason-documents = ожидаются документы
stop_reason-export_procedure = экспортная процедура
stop_reason-party_asked = сторона просит об отсрочке
stop_reason-visit = визит или мероприятие
stop_reason-force_majeure = обстоятельства непреодолимой силы
stop_reason-other = иное

case-your-answer = Ваш ответ
case-party-asked = Брокер предлагает вам этот подбор. Другая сторона, как и вы, остаётся анонимной, пока обе не примут предложение и брокер не представит вас друг другу.
case-party-waiting = Вы приняли предложение. Другая сторона ещё не ответила.
case-party-accepted = Обе стороны приняли предложение. Брокер представит вас друг другу.
case-party-introduced = Вас представили друг другу.
case-party-held = Брокер приостановил этот подбор.
case-party-over = Этот подбор завершён.
case-accept = Принять
case-decline = Отклонить
case-other-side = Другая сторона
case-ask = Вопросы брокеру
case-ask-lead = Спросите то, что вам нужно знать; брокер задаст эти вопросы другой стороне от вашего имени. До того как вас представят друг другу, не указывайте названия, имена, адреса и номера телефонов.

case-conflict-title = Конфликт интересов.
case-problem-conflict = Ваша организация является стороной этого подбора. Им должен заниматься кто-то другой.
case-problem-stale = Тем временем здесь произошли изменения. Ознакомьтесь с текущим состоянием и примите решение заново.
case-problem-illegal = В нынешнем состоянии подбора этот шаг невозможен.
case-problem-state = В нынешнем состоянии это действие невозможно.
case-problem-undo = Этот шаг уже нельзя отменить.
case-problem-gone = Этого подбора здесь больше нет.
case-gate-title = Представлять стороны пока нельзя.
case-gate-no_catalogue = Действующего экспортного каталога нет.
case-gate-unscreened = Технология не прошла экспортную проверку.
case-gate-older_catalogue = Экспортная проверка технологии проведена по устаревшему каталогу.
case-gate-technology_changed = После экспортной проверки текст технологии изменился.
case-gate-prohibited = Экспорт этой технологии запрещён.
case-gate-letter_missing = Экспорт этой технологии ограничен: сначала внесите письмо о намерениях (лицензия на экспорт технологии).
case-gate-letter_not_valid = Письмо о намерениях сегодня не действует.
case-fault-reason-required = Укажите причину.
case-fault-text-required = Поясните также словами.
case-fault-text-too_long = Текст слишком длинный.
case-fault-text-invalid = Пока стороны не представлены друг другу, сообщение не должно раскрывать, кто они: без названий, имён, адресов, ссылок и номеров телефонов.
case-fault-ids-out_of_range = Отметьте не менее одного и не более ста подборов.
case-fault-title-required = Укажите, что нужно сделать.
case-fault-due_in_working_days-invalid = Укажите либо дату, либо число рабочих дней, но не то и другое.
case-fault-number-required = Укажите номер письма.
case-fault-valid_from-required = Укажите, с какого дня действует письмо.
case-fault-valid_until-required = Укажите, по какой день действует письмо.
case-fault-valid_until-out_of_range = Срок действия письма заканчивается раньше, чем начинается.
case-fault-content-required = Файл пуст.
case-fault-content-too_long = Файл слишком большой.
case-fault-content-invalid = Файлы этого вида не принимаются.
case-fault-entries-required = Укажите позицию каталога, на которой это основано.
case-fault-entries-unknown_code = Такой позиции в каталоге нет.
case-fault-outcome-invalid = Укажите итог проверки.
case-fault-to-invalid = Эта учётная запись не может принимать решения по этому подбору.

case-step-moved = { $a } ({ $b })
case-step-answered = Получен ответ ({ $b })
case-step-undone = Отменено, снова: { $a } ({ $b })
case-step-assigned = Назначен ответственный ({ $b })
case-step-letter_recorded = Внесено письмо о намерениях ({ $b })
case-what-message = Сообщение: брокер — { $b } ({ $a })
case-what-task_added = Задача: { $a } ({ $b })
case-what-task_done = Задача выполнена: { $a } ({ $b })
case-what-document = Документ: { $a } ({ $b })
case-what-screening = Экспортная проверка: { $a }, по каталогу от { $b }
case-what-clock_stopped = Отсчёт времени остановлен: { $a } { $b }

reason_code-off_topic = Не по теме
reason_code-requirement_missed = Не выполнено требование
reason_code-already_has_it = Уже имеется
reason_code-too_expensive = Слишком дорого
reason_code-too_early = Недостаточная зрелость
reason_code-export_control = Экспортный контроль
reason_code-country_not_served = Страна не обслуживается
reason_code-duplicate = Повтор
reason_code-not_now = Не сейчас
reason_code-no_reply = Нет ответа
reason_code-information_missing = Недостаточно сведений
reason_code-partner_unsuitable = Партнёр не подходит
reason_code-no_agreement = Соглашение не достигнуто
reason_code-other = Иное
reason_code-organisation_suspended = Организация приостановлена
