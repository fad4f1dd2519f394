//! Importing a file step by step, with forms alone.

use chrono::{TimeDelta, Utc};
use reqwest::Method;
use serde_json::Value;
use siku::accounts::Role;
use siku::library::Technologies;
use siku::library::store::publish;
use siku::notices::worker::Rounds;

use crate::accounts::browser::{Browser, form_token, person};
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::records::admin;
use crate::support::service::{Answer, TestApp};

async fn stage(db: &TestDb) -> TestApp {
    let app = TestApp::on(db).await;
    person(&app, "firm@example.org", Role::Firm, Some("Beijing Drip")).await;
    person(&app, "other@example.org", Role::Firm, Some("Somebody else")).await;
    person(&app, "embassy@example.org", Role::Embassy, Some("Embassy of Egypt")).await;
    person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
    app
}

/// Sends a file from the first page.
async fn send(app: &TestApp, browser: &mut Browser<'_>, library: &str, name: &str, content: &[u8]) -> Answer {
    let token = form_token(&browser.get("/my/imports").await.expect(200).text);
    let mut body = Vec::new();
    for (field, value) in [("form_token", token.as_str()), ("library", library)] {
        let part = format!("--edge\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let form = app.ask(Method::POST, "/my/imports").text("multipart/form-data; boundary=edge", body);
    browser.send(form).await
}

/// The address of the file that was sent.
fn place(sent: &Answer) -> String {
    sent.header("location").strip_suffix("/columns").unwrap().to_owned()
}

/// What each column of the file is taken for when nothing is changed.
fn chosen(page: &str) -> Vec<(String, String)> {
    let selects = page.split("<select name=\"").skip(1);
    let choice = |select: &str| {
        let name = select.split('"').next().unwrap().to_owned();
        let options = select.split("</select>").next().unwrap();
        let selected = options.split("<option value=\"").find(|option| option.contains("\" selected"));
        (name, selected.unwrap_or_default().split('"').next().unwrap().to_owned())
    };
    selects.map(choice).collect()
}

/// Says of the columns what the page proposes, but for these.
async fn say(browser: &mut Browser<'_>, place: &str, changed: &[(&str, &str)]) -> Answer {
    let columns = format!("{place}/columns");
    let mut fields = chosen(&browser.get(&columns).await.expect(200).text);
    fields.extend(changed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let differs = |name: &str| changed.iter().any(|(other, _)| *other == name);
    let last = fields.len() - changed.len();
    let kept = fields.iter().enumerate().filter(|(at, (name, _))| *at >= last || !differs(name));
    let fields: Vec<(&str, &str)> = kept.map(|(_, (name, value))| (name.as_str(), value.as_str())).collect();
    browser.submit(&columns, &columns, &fields).await
}

async fn drafts(browser: &mut Browser<'_>, library: &str) -> Vec<Value> {
    let list = browser.get(&format!("/api/v1/{library}?status=draft&limit=100")).await.expect(200).json();
    list["records"].as_array().unwrap().clone()
}

/// The counts of a page: new, changed, unchanged, faulty or left out.
#[track_caller]
fn counts(page: &str) -> Vec<&str> {
    page.split("<dd>").skip(1).take(4).map(|rest| rest.split("</dd>").next().unwrap()).collect()
}

fn workbook() -> Vec<u8> {
    let rows = [
        ["货号", "标题", "描述", "lang", "trl"],
        ["t1", "太阳能滴灌控制器", "光伏供电。", "zh", "7"],
        ["t2", "盐水淡化膜", "低能耗。", "zh", "12"],
        ["t3", "抗旱谷子", "新品种。", "zh", "九成熟"],
        ["t4", "风力提水机", "无需电网。", "zh", "8"],
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

on_both_databases! {
    async fn a_workbook_goes_in_step_by_step_and_what_was_left_out_goes_in_corrected(db: &TestDb) {
        let app = stage(db).await;
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let place = place(&send(&app, &mut firm, "technologies", "技术.xlsx", &workbook()).await.expect(303));

        // A heading nobody knows is asked for, with what stands below it.
        let columns = firm.get(&format!("{place}/columns")).await.expect(200).text;
        assert!(columns.contains("货号") && columns.contains("<bdi>t1</bdi>"), "{columns}");
        let open: Vec<String> = chosen(&columns).into_iter().map(|(_, ours)| ours).collect();
        assert_eq!(open, ["?", "title", "description", "lang", "trl"]);
        let refused = say(&mut firm, &place, &[]).await.expect(422);
        assert!(refused.text.contains("Say what this means, or leave it out: 货号."), "{}", refused.text);
        let twice = say(&mut firm, &place, &[("column-0", "title")]).await.expect(422);
        assert!(twice.text.contains("both mean"), "{}", twice.text);
        let said = say(&mut firm, &place, &[("column-0", "external_id")]).await.expect(303);
        assert_eq!(said.header("location"), place);

        // Faulty rows are named by line, column, reason and value.
        let preview = firm.get(&place).await.expect(200).text;
        assert_eq!(counts(&preview), ["2", "0", "0", "2"], "{preview}");
        assert!(preview.contains("Line 3") && preview.contains("outside the range allowed: 1 – 9"), "{preview}");
        assert!(preview.contains("name=\"cell:3:trl\" value=\"12\""), "{preview}");
        assert!(preview.contains("name=\"cell:4:trl\" value=\"九成熟\""), "{preview}");
        assert!(drafts(&mut firm, "technologies").await.is_empty(), "nothing is stored before somebody says so");

        // One is mended in place.
        let mended = [("cell:3:trl", "6"), ("cell:4:trl", "九成熟")];
        firm.submit(&place, &format!("{place}/rows"), &mended).await.expect(303);
        assert_eq!(counts(&firm.get(&place).await.expect(200).text), ["3", "0", "0", "1"]);

        // Pressed twice, it is done once.
        let token = form_token(&firm.get(&place).await.expect(200).text);
        for _ in 0..2 {
            let done = firm.post(&place, &[("form_token", &token)]).await.expect(303);
            assert_eq!(done.header("location"), place);
        }
        let mine = drafts(&mut firm, "technologies").await;
        assert_eq!(mine.len(), 3);
        let mended = mine.iter().find(|record| record["external_id"] == "t2").unwrap();
        assert_eq!((&mended["trl"], &mended["provenance"]), (&6.into(), &"imported".into()));
        let done = firm.get(&place).await.expect(200).text;
        assert_eq!(counts(&done), ["3", "0", "0", "1"], "{done}");
        assert!(done.contains(mended["number"].as_str().unwrap()) && done.contains("href=\"/my/technologies\""));

        // The other is corrected in the downloaded file, whose columns need no word any more.
        let file = firm.get(&format!("{place}/left-out.csv")).await.expect(200);
        assert!(file.header("content-disposition").contains("siku-technologies-left-out.csv"));
        assert!(file.text.contains("抗旱谷子") && !file.text.contains("盐水淡化膜"), "{}", file.text);
        let corrected = file.text.replace("九成熟", "9");
        let again = send(&app, &mut firm, "technologies", "again.csv", corrected.as_bytes()).await.expect(303);
        let again = self::place(&again);
        say(&mut firm, &again, &[]).await.expect(303);
        firm.submit(&again, &again, &[]).await.expect(303);
        let all = drafts(&mut firm, "technologies").await;
        assert_eq!(all.len(), 4);
        assert!(all.iter().any(|record| record["external_id"] == "t3" && record["trl"] == 9), "{all:?}");

        // The same file once more changes nothing, as its page foresees.
        let third = self::place(&send(&app, &mut firm, "technologies", "x.csv", corrected.as_bytes()).await.expect(303));
        say(&mut firm, &third, &[]).await.expect(303);
        assert_eq!(counts(&firm.get(&third).await.expect(200).text), ["0", "0", "1", "0"]);
    }

    async fn a_table_in_an_old_encoding_gets_the_country_that_it_lacks(db: &TestDb) {
        let app = stage(db).await;
        let mut embassy = Browser::of(&app, "embassy@example.org").await;
        let table = "编号,标题,描述\r\nd1,节水灌溉设备,需要在沙漠地区使用。\r\nd2,海水淡化,每天一千吨。\r\n";
        let (content, _, _) = encoding_rs::GB18030.encode(table);
        let place = place(&send(&app, &mut embassy, "demands", "需求.csv", &content).await.expect(303));
        let missing = say(&mut embassy, &place, &[]).await.expect(422);
        assert!(missing.text.contains("Every record needs: Country."), "{}", missing.text);
        say(&mut embassy, &place, &[("country", "EG")]).await.expect(303);
        let preview = embassy.get(&place).await.expect(200).text;
        assert!(preview.contains("Read as GB18030.") && preview.contains("节水灌溉设备"), "{preview}");
        assert_eq!(counts(&preview), ["2", "0", "0", "0"]);
        embassy.submit(&place, &place, &[]).await.expect(303);
        let mine = drafts(&mut embassy, "demands").await;
        assert_eq!(mine.len(), 2);
        assert!(mine.iter().all(|record| record["country"] == "EG"), "{mine:?}");
    }

    async fn a_file_is_its_senders_alone(db: &TestDb) {
        let app = stage(db).await;
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let place = place(&send(&app, &mut firm, "technologies", "a.csv", b"title\nPump\n").await.expect(303));
        say(&mut firm, &place, &[]).await.expect(303);
        let mut other = Browser::of(&app, "other@example.org").await;
        let token = form_token(&other.get("/my/imports").await.expect(200).text);
        for below in ["", "/columns", "/left-out.csv"] {
            other.get(&format!("{place}{below}")).await.expect(404);
        }
        for below in ["", "/columns", "/rows", "/removal"] {
            other.post(&format!("{place}{below}"), &[("form_token", &token)]).await.expect(404);
        }
        assert!(!other.get("/my/imports").await.expect(200).text.contains("a.csv"));
        assert!(firm.get("/my/imports").await.expect(200).text.contains("a.csv"));
        let led = Browser::new(&app).get("/my/imports").await.expect(303);
        assert!(led.header("location").starts_with("/sign-in"));
        Browser::of(&app, "broker@example.org").await.get("/my/imports").await.expect(403);
        firm.submit(&place, &format!("{place}/removal"), &[]).await.expect(303);
        firm.get(&place).await.expect(404);
    }

    async fn a_file_goes_when_its_day_is_over(db: &TestDb) {
        let app = stage(db).await;
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let place = place(&send(&app, &mut firm, "technologies", "a.csv", b"title\nPump\n").await.expect(303));
        let rounds = Rounds::of(&app.server.app.settings, &app.db).unwrap();
        rounds.round(Utc::now() + TimeDelta::hours(23)).await.unwrap();
        firm.get(&format!("{place}/columns")).await.expect(200);
        rounds.round(Utc::now() + TimeDelta::hours(25)).await.unwrap();
        firm.get(&format!("{place}/columns")).await.expect(404);
        let log = app.get("/api/v1/audit?limit=100").send().await.expect(200).json();
        let actions: Vec<&str> =
            log["records"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
        assert!(actions.contains(&"upload_added") && actions.contains(&"upload_expired"), "{actions:?}");
    }

    async fn a_published_record_is_not_changed_from_a_file_and_its_row_says_so(db: &TestDb) {
        let app = stage(db).await;
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let file = "external_id,title\nt1,Pump\n";
        let first = place(&send(&app, &mut firm, "technologies", "a.csv", file.as_bytes()).await.expect(303));
        say(&mut firm, &first, &[]).await.expect(303);
        firm.submit(&first, &first, &[]).await.expect(303);
        let id = drafts(&mut firm, "technologies").await[0]["id"].as_str().unwrap().to_owned();
        publish::<Technologies>(&app.db, &admin(), id.parse().unwrap(), None).await.unwrap();
        let file = "external_id,title\nt1,Better pump\nt2,Filter\n";
        let second = place(&send(&app, &mut firm, "technologies", "b.csv", file.as_bytes()).await.expect(303));
        say(&mut firm, &second, &[]).await.expect(303);
        let preview = firm.get(&second).await.expect(200).text;
        assert_eq!(counts(&preview), ["1", "0", "0", "1"], "{preview}");
        assert!(preview.contains("is not changed from a file"), "{preview}");
        firm.submit(&second, &second, &[]).await.expect(303);
        assert_eq!(counts(&firm.get(&second).await.expect(200).text), ["1", "0", "0", "1"]);
        let file = firm.get(&format!("{second}/left-out.csv")).await.expect(200).text;
        assert!(file.contains("Better pump") && !file.contains("Filter"), "{file}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_cannot_be_taken_is_refused_at_its_field() {
    let db = TestDb::sqlite().await;
    let app = stage(&db).await;
    let mut firm = Browser::of(&app, "firm@example.org").await;
    let large = vec![b'a'; app.server.app.largest_document() + 1];
    let cases: [(&str, &[u8], &str); 4] = [
        ("a.xls", b"x", "must end in .xlsx, .csv or .jsonl"),
        ("", b"", "Choose a file."),
        ("a.csv", b"", "The file is empty."),
        ("a.csv", &large, "The file is larger than 5 MB."),
    ];
    for (name, content, said) in cases {
        let page = send(&app, &mut firm, "technologies", name, content).await.expect(422).text;
        assert!(page.contains("id=\"file-problem\"") && page.contains(said), "{name}: {page}");
    }
    let broken = send(&app, &mut firm, "technologies", "a.xlsx", b"no workbook").await.expect(303);
    let page = firm.get(broken.header("location")).await.expect(422).text;
    assert!(page.contains("The file cannot be read"), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_faulty_cell_of_a_row_is_shown_at_once_and_mended_together() {
    let db = TestDb::sqlite().await;
    let app = stage(&db).await;
    let mut firm = Browser::of(&app, "firm@example.org").await;
    let table = "external_id,title,trl,ip_status,target_countries\nt1,Pump,12,perhaps,Mars\n";
    let place = place(&send(&app, &mut firm, "technologies", "a.csv", table.as_bytes()).await.expect(303));
    say(&mut firm, &place, &[]).await.expect(303);
    let preview = firm.get(&place).await.expect(200).text;
    for cell in ["cell:2:trl", "cell:2:ip_status", "cell:2:target_countries"] {
        assert!(preview.contains(&format!("name=\"{cell}\"")), "{cell}: {preview}");
    }
    let mended = [("cell:2:trl", "6"), ("cell:2:ip_status", "granted"), ("cell:2:target_countries", "EG")];
    firm.submit(&place, &format!("{place}/rows"), &mended).await.expect(303);
    assert_eq!(counts(&firm.get(&place).await.expect(200).text), ["1", "0", "0", "0"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_template_filled_in_needs_no_word_about_its_columns() {
    let db = TestDb::sqlite().await;
    let app = stage(&db).await;
    let mut firm = Browser::of(&app, "firm@example.org").await;
    for lang in ["zh", "en", "fr"] {
        let template = firm.get(&format!("/my/imports/templates/technologies.csv?lang={lang}")).await.expect(200).text;
        let filled = format!("{template}x-{lang},zh,水泵 {lang}\r\n");
        let place = place(&send(&app, &mut firm, "technologies", "t.csv", filled.as_bytes()).await.expect(303));
        say(&mut firm, &place, &[]).await.expect(303);
        let preview = firm.get(&place).await.expect(200).text;
        assert_eq!(counts(&preview), ["1", "0", "0", "0"], "{lang}: {preview}");
    }
    firm.get("/my/imports/templates/results.csv").await.expect(404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lines_of_json_go_in_as_well_and_of_many_faults_the_first_fifty_are_mended_in_place() {
    let db = TestDb::sqlite().await;
    let app = stage(&db).await;
    let mut firm = Browser::of(&app, "firm@example.org").await;
    let mut lines =
        "{\"external_id\":\"j1\",\"title\":\"Pump\",\"target_countries\":[\"EG\",\"TN\"]}\nno json\n".to_owned();
    for number in 0..59 {
        lines.push_str(&format!(
            "{{\"external_id\":\"f{number}\",\"title\":\"Faulty\",\"target_countries\":[\"Mars\"]}}\n"
        ));
    }
    let place = place(&send(&app, &mut firm, "technologies", "a.jsonl", lines.as_bytes()).await.expect(303));
    say(&mut firm, &place, &[]).await.expect(303);
    let preview = firm.get(&place).await.expect(200).text;
    assert_eq!(counts(&preview), ["1", "0", "0", "60"]);
    assert!(preview.contains("no json") && preview.contains("10 more are in the file."), "{preview}");
    assert_eq!(preview.matches("name=\"cell:").count(), 49, "a line that is none has no cell");
    let mend = [("cell:3:target_countries", "EG;TN"), ("cell:4:target_countries", "埃及")];
    firm.submit(&place, &format!("{place}/rows"), &mend).await.expect(303);
    assert_eq!(counts(&firm.get(&place).await.expect(200).text), ["3", "0", "0", "58"]);
}

on_both_databases! {
    async fn asked_for_twice_at_the_same_moment_an_import_is_done_once(db: &TestDb) {
        let app = stage(db).await;
        let mut firm = Browser::of(&app, "firm@example.org").await;
        // Rows without a number of their own: done twice, they would be there twice.
        let place = place(&send(&app, &mut firm, "technologies", "a.csv", b"title\nPump\nFilter\n").await.expect(303));
        say(&mut firm, &place, &[]).await.expect(303);
        let preview = firm.get(&place).await.expect(200).text;
        assert!(preview.contains("2 rows have no external number"), "{preview}");
        let mut again = Browser::of(&app, "firm@example.org").await;
        let (one, other) = tokio::join!(firm.submit(&place, &place, &[]), again.submit(&place, &place, &[]));
        one.expect(303);
        other.expect(303);
        assert_eq!(drafts(&mut firm, "technologies").await.len(), 2);
        assert_eq!(counts(&firm.get(&place).await.expect(200).text), ["2", "0", "0", "0"]);
    }
}
