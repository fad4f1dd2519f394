//! Mail addresses, telephone numbers and messenger accounts in a public text.

use linkify::{LinkFinder, LinkKind};

use super::{Finding, PublicText, Severity};

/// Words that announce a telephone number.
const TELEPHONE: &[&str] = &[
    "tel",
    "phone",
    "mobile",
    "fax",
    "call",
    "电话",
    "手机",
    "热线",
    "传真",
    "致电",
    "联系方式",
    "联系人",
    "тел",
    "факс",
    "моб",
    "هاتف",
    "جوال",
    "موبايل",
    "فاكس",
    "móvil",
    "celular",
    "telé",
    "tél",
    "fone",
];
/// Messengers, as they are called, and as those call them who do not want to be found.
const MESSENGERS: &[&str] = &[
    "微信",
    "威信",
    "薇信",
    "微信号",
    "weixin",
    "wechat",
    "vx",
    "v信",
    "qq",
    "扣扣",
    "企鹅号",
    "钉钉",
    "whatsapp",
    "telegram",
    "skype",
    "viber",
    "واتساب",
    "واتس",
];
/// How far before a number its announcement may stand, in characters.
const BEFORE: usize = 12;

pub fn check(text: &PublicText, found: &mut Vec<Finding>) {
    let mut add = |code, passage: String| {
        found.push(Finding::new(code, text.pointer.clone(), Severity::Warning).with(passage));
    };
    if let Some(mail) = mail(&text.folded) {
        add("mail", mail);
    }
    if text.is_link {
        return;
    }
    let account = messenger(&text.folded);
    // A telephone number that is the account has been named.
    let number =
        telephone(&text.folded).filter(|number| account.as_ref().is_none_or(|account| !account.contains(number)));
    if let Some(account) = account {
        add("messenger", account);
    }
    if let Some(number) = number {
        add("telephone", number);
    }
}

fn mail(folded: &str) -> Option<String> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Email]);
    finder.links(folded).next().map(|mail| mail.as_str().to_owned())
}

/// A name of a messenger and right behind it an account: letters and digits, at least five, not a word of the sentence.
fn messenger(folded: &str) -> Option<String> {
    for name in MESSENGERS {
        for (start, _) in folded.match_indices(name) {
            let before = folded.get(..start).and_then(|before| before.chars().next_back());
            if name.is_ascii() && before.is_some_and(|one| one.is_ascii_alphanumeric()) {
                continue;
            }
            let rest = folded.get(start + name.len()..).unwrap_or_default();
            let is_filler = |one: char| {
                one.is_whitespace() || matches!(one, ':' | '：' | '号' | '是' | '为' | '=' | '(' | '#' | '同')
            };
            let account = rest.trim_start_matches(is_filler);
            let told = account.len() < rest.len() || !name.is_ascii();
            let length = account.bytes().take_while(|one| one.is_ascii_alphanumeric() || b"_-+".contains(one)).count();
            let account = account.get(..length).unwrap_or_default();
            let digits = account.bytes().filter(u8::is_ascii_digit).count();
            if told && (5..=20).contains(&length) && digits >= 2 {
                return Some(format!("{name} {account}"));
            }
        }
    }
    None
}

fn telephone(folded: &str) -> Option<String> {
    let bytes = folded.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (end, digits, groups) = number_at(bytes, at);
        if is_telephone(folded, at, end, &digits, &groups) {
            return folded.get(at..end).map(str::to_owned);
        }
        at = end;
    }
    None
}

/// Digits with single marks between them: where they end, the digits, and the lengths of the groups.
fn number_at(bytes: &[u8], start: usize) -> (usize, String, Vec<usize>) {
    let (mut at, mut digits, mut groups) = (start, String::new(), vec![0]);
    loop {
        match bytes.get(at) {
            Some(one) if one.is_ascii_digit() => {
                digits.push(char::from(*one));
                if let Some(group) = groups.last_mut() {
                    *group += 1;
                }
                at += 1;
            }
            Some(b' ' | b'-' | b'(' | b')' | b'.') => {
                let marks =
                    bytes[at..].iter().take_while(|one| matches!(one, b' ' | b'-' | b'(' | b')' | b'.')).count();
                if marks > 2 || !bytes.get(at + marks).is_some_and(u8::is_ascii_digit) {
                    break;
                }
                at += marks;
                groups.push(0);
            }
            _ => break,
        }
    }
    (at, digits, groups)
}

fn is_telephone(folded: &str, start: usize, end: usize, digits: &str, groups: &[usize]) -> bool {
    let (before, after) = (folded.get(..start).unwrap_or_default(), folded.get(end..).unwrap_or_default());
    let previous = before.chars().next_back();
    // part of a name, a patent number or a decimal
    if previous.is_some_and(|one| one.is_ascii_alphabetic() || matches!(one, '.' | ',' | '/' | '_'))
        || after.starts_with(|one: char| one.is_ascii_alphabetic() || matches!(one, '/' | '_' | '%'))
    {
        return false;
    }
    let count = digits.len();
    let international = previous == Some('+') || digits.starts_with("00") && groups.len() > 1;
    if international && (9..=15).contains(&count) {
        return true;
    }
    // 138 0013 8000, 010-62345678
    let mobile = count == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9');
    if mobile && matches!(groups, [11] | [3, 4, 4] | [3, 8] | [7, 4] | [4, 4, 3]) {
        return true;
    }
    if digits.starts_with('0') && matches!(groups, [3 | 4, 7 | 8]) {
        return true;
    }
    let from = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let near = before.get(from..).unwrap_or_default();
    let announced = TELEPHONE.iter().any(|word| {
        near.rfind(word).is_some_and(|at| {
            let (before, after) = (&near[..at], near[at + word.len()..].trim_start_matches('.'));
            // "hotel" and "intelligent" announce nothing
            let begins = !word.is_ascii() || before.chars().next_back().is_none_or(|one| !one.is_alphabetic());
            begins && !after.contains(['.', '。', ';', '；'])
        })
    });
    // 210 000 000 is an amount also where somebody is called about it
    let is_amount = count.is_multiple_of(3) && groups.len() > 1 && groups[1..].iter().all(|group| *group == 3);
    announced && (7..=15).contains(&count) && !is_amount
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::text::fold;
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let text =
            PublicText { pointer: "/description".into(), written: text.into(), folded: fold(text), is_link: false };
        let mut found = Vec::new();
        check(&text, &mut found);
        found.into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn mail_addresses_are_found_however_they_are_written() {
        for text in [
            "wang@example.org",
            "ｗａｎｇ＠example．org",
            "wang(at)example.org",
            "Escribir a wang [at] example [dot] org",
            "邮箱：wang艾特example点com",
        ] {
            assert_eq!(codes(text), ["mail"], "{text}");
        }
    }

    #[test]
    fn a_number_beside_an_account_is_named_too_and_one_that_is_the_account_once() {
        assert_eq!(codes("请加微信 abc12345，电话：138-0013-8000"), ["messenger", "telephone"]);
        assert_eq!(codes("微信13800138000"), ["messenger"]);
    }

    #[test]
    fn telephone_numbers_are_found_in_figures_and_in_chinese_digits() {
        for text in [
            "请拨打13800138000",
            "一三八零零一三八零零零",
            "１３８－００１３－８０００",
            "010-62345678",
            "+216 71 234 567",
            "Tél. : 71 234 567",
            "тел. 8 495 123-45-67",
            "Call us: 555 0199 88",
        ] {
            assert_eq!(codes(text), ["telephone"], "{text}");
        }
    }

    #[test]
    fn messenger_accounts_are_found() {
        for text in
            ["微信：drip2024", "加V信 drip_88888", "QQ：123456789", "扣扣号是 1234567", "WhatsApp: +21671234567"]
        {
            assert_eq!(codes(text), ["messenger"], "{text}");
        }
    }

    #[test]
    fn figures_of_a_text_are_no_contacts() {
        for text in [
            "年产能5000万人份，日处理12000立方米",
            "210 000 000 dinars par an",
            "专利ZL201910123456.7",
            "2024-11-25至2026-12-31",
            "接入微信小程序，支持QQ登录",
            "15 000 mg/L, 3.1416, 1500 cycles",
            "the hotel has 1200000 visitors",
            "ISO 9001:2015，GB 39496-2020",
            "intelligent 2500000 W",
            "精度0.1毫米，量程20米，波长1064纳米",
        ] {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_chinese_mobile_number_is_found_in_the_middle_of_a_text(second in 3u8..=9, rest in "[0-9]{9}") {
            let number = format!("1{second}{rest}");
            prop_assert_eq!(codes(&format!("有意者请联系{number}，面谈")), ["telephone"]);
            let chinese: String = number.chars().map(|digit| "零一二三四五六七八九".chars().nth(digit as usize - 48).unwrap()).collect();
            prop_assert_eq!(codes(&format!("有意者请联系{chinese}，面谈")), ["telephone"]);
        }

        #[test]
        fn no_quantity_is_taken_for_a_contact(number in 0u32..10_000_000, unit in prop::sample::select(vec!["千瓦", " kW", "公顷", " m3/d", "%", " t"])) {
            prop_assert_eq!(codes(&format!("产能{number}{unit}，运行良好")), [""; 0]);
        }

        #[test]
        fn no_text_breaks_the_finders(text in ".*") {
            codes(&text);
        }
    }
}
