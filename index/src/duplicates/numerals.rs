//! Numbers written as words. They are never held against a pair, as "a few" and "some" are words too; a figure of
//! the other record finds its partner here.

use crate::analyze::Language;

/// The words of each number, in the languages that have an analyzer.
const WORDS: &[(u32, &str)] = &[
    (2, "two deux dos dois duas два две двух двое اثنان اثنين"),
    (3, "three trois tres três три трёх трех ثلاث ثلاثة"),
    (4, "four quatre cuatro quatro четыре четырёх أربع أربعة"),
    (5, "five cinq cinco пять пяти خمس خمسة"),
    (6, "six seis шесть шести ست ستة"),
    (7, "seven sept siete sete семь семи سبع سبعة"),
    (8, "eight huit ocho oito восемь восьми ثمان ثمانية"),
    (9, "nine neuf nueve nove девять девяти تسع تسعة"),
    (10, "ten dix diez dez десять десяти عشر عشرة"),
    (11, "eleven onze once одиннадцать"),
    (12, "twelve douze doce doze двенадцать двенадцати"),
    (14, "fourteen quatorze catorce catorze четырнадцать"),
    (15, "fifteen quinze quince пятнадцать пятнадцати"),
    (16, "sixteen seize dieciséis dezasseis dezesseis шестнадцать"),
    (18, "eighteen dix-huit dieciocho dezoito восемнадцать"),
    (20, "twenty vingt veinte vinte двадцать двадцати عشرون عشرين"),
    (24, "twenty-four vingt-quatre veinticuatro"),
    (25, "quarter quart cuarto quarto четверть ربع ربعها"),
    (30, "thirty trente treinta trinta тридцать тридцати ثلاثون ثلاثين"),
    (40, "forty quarante cuarenta quarenta сорок сорока أربعون أربعين"),
    (50, "fifty half cinquante moitié cincuenta mitad cinquenta metade пятьдесят половина نصف خمسون خمسين"),
    (60, "sixty soixante sesenta sessenta шестьдесят ستون ستين"),
    (70, "seventy soixante-dix setenta семьдесят سبعون سبعين"),
    (80, "eighty quatre-vingts ochenta oitenta восемьдесят ثمانون ثمانين"),
    (90, "ninety quatre-vingt-dix noventa девяносто تسعون تسعين"),
    (100, "hundred cent cien cem сто مائة مئة"),
];

/// Words that say which one of a series is meant.
const ORDINALS: &[(u32, &str)] = &[
    (1, "first premier première primer primero primera primeiro primeira первый первая الأول الأولى 第一 一期"),
    (2, "second deuxième seconde segundo segunda второй вторая الثاني الثانية ii 第二 二期"),
    (3, "third troisième tercer tercero tercera terceiro terceira третий третья الثالث الثالثة iii 第三 三期"),
    (4, "fourth quatrième cuarto cuarta quarta четвёртый четвертый четвертая الرابع الرابعة iv 第四 四期"),
    (5, "fifth cinquième quinto quinta пятый пятая الخامس الخامسة 第五 五期"),
    (6, "sixth sixième sexto sexta шестой шестая السادس السادسة vi 第六 六期"),
    (7, "seventh septième séptimo séptima sétimo sétima седьмой السابع السابعة vii 第七"),
    (8, "eighth huitième octavo octava oitavo oitava восьмой الثامن الثامنة viii 第八"),
    (9, "ninth neuvième noveno novena nono nona девятый التاسع التاسعة ix 第九"),
    (10, "tenth dixième décimo décima десятый العاشر العاشرة 第十"),
];

/// Which of a series a title names: the third term, phase II, 二期.
pub fn ordinals(title: &str) -> Vec<f64> {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|one: char| !one.is_alphanumeric()).collect();
    let named = |name: &str| if name.contains(['第', '期']) { lower.contains(name) } else { words.contains(&name) };
    let found = ORDINALS.iter().filter(|(_, names)| names.split(' ').any(named));
    found.map(|(value, _)| f64::from(*value)).collect()
}

/// The numbers that a text spells out.
pub fn spelled(text: &str, language: Language) -> Vec<f64> {
    match language {
        Language::Zh => chinese(text),
        _ => {
            let words = text.split(|one: char| !one.is_alphabetic() && one != '-').filter(|word| word.len() > 2);
            words.filter_map(|word| value_of(&word.to_lowercase())).collect()
        }
    }
}

fn value_of(word: &str) -> Option<f64> {
    let named = |word: &str| WORDS.iter().find(|(_, names)| names.split(' ').any(|name| name == word));
    named(word).map(|(value, _)| f64::from(*value))
}

/// 三, 十五, 二十四, 一千二百, 三百万, and 百分之四十: runs of numeral characters.
fn chinese(text: &str) -> Vec<f64> {
    let is_numeral = |one: char| digit(one).is_some() || place(one).is_some();
    text.split(|one| !is_numeral(one)).filter(|run| !run.is_empty()).filter_map(run_value).collect()
}

fn digit(one: char) -> Option<f64> {
    let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match one {
        '两' => Some(2.0),
        _ => digits.iter().position(|digit| *digit == one).map(|value| value as f64),
    }
}

fn place(one: char) -> Option<f64> {
    match one {
        '十' => Some(10.0),
        '百' => Some(100.0),
        '千' => Some(1000.0),
        '万' => Some(10_000.0),
        _ => None,
    }
}

fn run_value(run: &str) -> Option<f64> {
    let (mut total, mut section, mut last) = (0.0, 0.0, None);
    for one in run.chars() {
        match (digit(one), place(one)) {
            (Some(value), _) => last = Some(value),
            (_, Some(10_000.0)) => {
                total = (total + section + last.take().unwrap_or(0.0)) * 10_000.0;
                section = 0.0;
            }
            (_, Some(place)) => section += last.take().unwrap_or(1.0) * place,
            _ => return None,
        }
    }
    let value = total + section + last.unwrap_or(0.0);
    (value > 1.0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_which_of_a_series_they_are() {
        assert_eq!(ordinals("School health project (the third term)"), [3.0]);
        assert_eq!(ordinals("Rehabilitation of livelihoods, Phase II"), [2.0]);
        assert_eq!(ordinals("SEGUNDO SEMINARIO INTERNACIONAL"), [2.0]);
        assert_eq!(ordinals("污水处理厂二期工程"), [2.0]);
        assert!(ordinals("Solar pump for wells").is_empty());
    }

    #[test]
    fn numbers_in_words_are_read_in_each_language() {
        assert_eq!(
            spelled("质保三年，十五天装好，一千二百户，百分之四十", Language::Zh),
            [3.0, 15.0, 1200.0, 100.0, 40.0]
        );
        assert_eq!(spelled("garantie de trois ans", Language::Fr), [3.0]);
        assert_eq!(spelled("за пятнадцать дней", Language::Ru), [15.0]);
        assert_eq!(spelled("لمدة خمس سنوات", Language::Ar), [5.0]);
        assert!(spelled("nothing to count", Language::En).is_empty());
    }
}
