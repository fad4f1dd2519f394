//! A spreadsheet of a firm's becomes drafts; what is wrong in it is named by line.

use reqwest::Method;
use serde_json::json;
use siku::accounts::Role;

use super::author;
use crate::accounts::browser::{Browser, form_token};
use crate::on_both_databases;
use crate::support::service::{Answer, TestApp};

async fn upload(browser: &mut Browser<'_>, app: &TestApp, name: &str, content: &str) -> Answer {
    let token = form_token(&browser.get("/my/technologies").await.expect(200).text);
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{token}\r\n--edge\r\nContent-Disposition: \
         form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n{content}\r\n--edge--\r\n"
    );
    let ask = app.ask(Method::POST, "/my/technologies/import");
    browser.send(ask.text("multipart/form-data; boundary=edge", body)).await
}

on_both_databases! {
    async fn a_spreadsheet_becomes_drafts_and_what_is_wrong_is_named_by_line(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        assert!(browser.get("/my/technologies").await.expect(200).text.contains("Import a spreadsheet"));
        let table = "编号,标题,技术成熟度\nt1,太阳能滴灌控制器,8\nt2,<script>alert(1)</script>,12\nt3,风能水泵,9\n";
        let shown = upload(&mut browser, &app, "技术.csv", table).await.expect(200).text;
        assert!(shown.contains("2 records were added.") && shown.contains("1 row was left out."), "{shown}");
        assert!(shown.contains("技术成熟度") && shown.contains("must be between 1 and 9"), "{shown}");
        assert!(!shown.contains("<script>alert"), "{shown}");
        let list = browser.get("/my/technologies").await.expect(200).text;
        assert!(list.contains("太阳能滴灌控制器") && list.contains("风能水泵"), "{list}");
        let stored = app.get("/api/v1/technologies/t3").send().await.expect(200).json();
        assert_eq!((&stored["status"], &stored["provenance"]), (&json!("draft"), &json!("imported")));

        // The same file again adds nothing; a file of another kind is refused.
        let again = upload(&mut browser, &app, "技术.csv", table).await.expect(200).text;
        assert!(again.contains("No record was added.") && again.contains("2 records were there already."), "{again}");
        let refused = upload(&mut browser, &app, "技术.docx", "x").await.expect(422).text;
        assert!(refused.contains("Choose a file that ends with"), "{refused}");
        let unknown = upload(&mut browser, &app, "技术.csv", "标题,颜色\na,b\n").await.expect(422).text;
        assert!(unknown.contains("颜色") && unknown.contains("Nothing was stored"), "{unknown}");
    }
}
