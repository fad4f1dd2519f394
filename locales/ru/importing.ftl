### Importing a file step by step.

import-title = Импорт из файла
import-lead = Сразу много записей из вашей собственной таблицы. Ничего не вносится, пока вы не увидите, что получится; внесённое становится черновиками вашей организации.
import-steps = Шаги импорта
import-step-file = Файл
import-step-columns = Столбцы
import-step-check = Проверка
import-step-done = Готово
import-library = Библиотека
import-file = Файл
import-file-hint = XLSX, CSV в любой распространённой кодировке или JSON Lines; не более { $count } МБ. Файл хранится один день, и прочитать его можете только вы.
import-send = Отправить файл
import-templates = Шаблоны
import-templates-lead = Пустые файлы с нашими столбцами. Подойдёт и ваша собственная таблица: на следующем шаге вы укажете, что означают её столбцы.
import-sent = Отправленные вами файлы
import-sent-none = Сейчас их нет.
import-state-done = импортирован
import-state-waits = ещё не импортирован
import-kept-until = хранится до { $value }
import-remove = Удалить файл
import-done-removed = Файл удалён.
import-no-file = Выберите файл.
import-no-format = { $value }: имя должно оканчиваться на .xlsx, .csv или .jsonl.
import-empty = Файл пуст.
import-too-large = Размер файла больше { $count } МБ.
import-too-many = Число ваших файлов здесь уже достигло предела: { $count }. Сначала удалите один из них.
import-unreadable = Не удаётся прочитать файл: { $value }
import-no-rows = В файле нет ни одной строки.

import-columns-title = Что означают столбцы
import-columns-lead = Для каждого столбца файла укажите, что он здесь означает или что его нужно пропустить.
import-columns-needed = Для каждой записи нужно: { $value }.
import-columns-on = Проверить строки
import-columns-again = Изменить столбцы
import-columns-open = Укажите, что это означает, или пропустите: { $value }.
import-columns-twice = Столбцы «{ $a }» и «{ $b }» означают одно и то же: «{ $c }». Пропустите один из них.
import-columns-missing = Для каждой записи нужно: { $value }. Выберите столбец, в котором это указано.
import-columns-none = Ни один столбец не соответствует нашим. Выберите хотя бы один.
import-set-wrong = Это нельзя указать для всех строк: { $value }.
import-column-theirs = Столбец файла
import-column-values = Первые значения
import-column-ours = Что означает здесь
import-column-leave = Пропустить
import-column-guessed = Предположено по сходному названию.
import-column-unnamed = Пропущен: у столбца нет заголовка.
import-for-every-row = { $value } — для всех строк

import-check-title = Проверка строк
import-new = Новые
import-changed = Изменённые
import-unchanged = Без изменений
import-faulty = С ошибками
import-left-out = Пропущенные
import-nothing = Нет ни одной строки, которую можно внести.
import-go =
    { $count ->
        [one] Импортировать { $count } строку
        [few] Импортировать { $count } строки
        [many] Импортировать { $count } строк
       *[other] Импортировать { $count } строки
    }
import-go-hint = Строки с ошибками не вносятся.
import-nameless-title = Строки без собственного номера
import-nameless =
    { $count ->
        [one] { $count } строка не имеет собственного номера: при повторном импорте того же файла она будет добавлена ещё раз.
        [few] { $count } строки не имеют собственного номера: при повторном импорте того же файла они будут добавлены ещё раз.
        [many] { $count } строк не имеют собственного номера: при повторном импорте того же файла они будут добавлены ещё раз.
       *[other] { $count } строки не имеют собственного номера: при повторном импорте того же файла они будут добавлены ещё раз.
    }
import-first = Первые строки в том виде, в каком они будут сохранены
import-line = Строка { $value }
import-line-head = Строка
import-becomes = Итог
import-faulty-title = Строки с ошибками
import-faulty-lead = Исправьте их здесь или импортируйте остальные, а эти исправьте позже в файле.
import-faulty-file = Скачать строки с ошибками (CSV)
import-faulty-more =
    { $count ->
        [one] Ещё { $count } строка — в файле.
        [few] Ещё { $count } строки — в файле.
        [many] Ещё { $count } строк — в файле.
       *[other] Ещё { $count } строки — в файле.
    }
import-mend = Сохранить и проверить снова

import-fault-invalid = Это значение недопустимо.
import-fault-unknown_column = Этот столбец неизвестен.
import-fault-locked = Указанную запись нельзя изменить из файла. Измените её на её странице.

import-done-title = Импорт завершён
import-done-drafts = Новые записи — черновики: просмотрите их и подайте на проверку.
import-done-list = К вашим черновикам
import-another = Импортировать другой файл
import-left-out-title = Пропущенные строки
import-left-out-lead = Исправьте их в файле и импортируйте его; причины указаны рядом со значениями.
import-note-read-as = Прочитано в кодировке { $value }.
import-note-above = Строка { $a } стоит над заголовками и не импортируется: { $b }
