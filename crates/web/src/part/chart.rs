//! Charts as pictures the server draws (SVG): no script, no colour alone. Each has a title and a text that says what it shows, and
//! stands beside the table of its numbers.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::page::Page;

/// Width and height of the drawing, in its own units.
const WIDTH: u64 = 640;
const HEIGHT: u64 = 160;
/// Room for the labels below.
const FOOT: u64 = 18;

/// Two columns for each step of time: what arrived, filled, and what was sent, outlined.
#[derive(Clone, Debug, Template)]
#[template(path = "part/columns.html")]
pub struct Columns {
    title: String,
    text: String,
    received: String,
    sent: String,
    columns: Vec<Column>,
    width: u64,
    height: u64,
    base: u64,
}

impl HtmlSafe for Columns {}

#[derive(Clone, Debug)]
struct Column {
    label: String,
    middle: u64,
    bar: u64,
    received: Bar,
    sent: Bar,
}

#[derive(Clone, Copy, Debug)]
struct Bar {
    x: u64,
    y: u64,
    height: u64,
}

impl Columns {
    /// The chart of these steps (label, received, sent), in order; a page written from right to left has the first on the right.
    #[must_use]
    pub fn of(page: &Page, title: String, text: String, steps: &[(String, u64, u64)]) -> Self {
        let most = steps.iter().map(|(_, a, b)| *a.max(b)).max().unwrap_or(0);
        let n = steps.len().max(1) as u64;
        let (step, base) = (WIDTH / n, HEIGHT - FOOT);
        let bar = (step / 3).clamp(1, 24);
        let mut order: Vec<&(String, u64, u64)> = steps.iter().collect();
        if page.lang.is_rtl() {
            order.reverse();
        }
        let rise = |value: u64| value.saturating_mul(base) / most.max(1);
        let columns = order.into_iter().zip(0u64..).map(|((label, a, b), at)| {
            let middle = at * step + step / 2;
            let drawn = |value: u64, x: u64| Bar {
                x,
                y: base - rise(value),
                height: rise(value),
            };
            Column {
                label: label.clone(),
                middle,
                bar,
                received: drawn(*a, middle.saturating_sub(bar)),
                sent: drawn(*b, middle),
            }
        });
        Self {
            title,
            text,
            received: page.say("case-side-incoming"),
            sent: page.say("case-side-outgoing"),
            columns: columns.collect(),
            width: WIDTH,
            height: HEIGHT,
            base,
        }
    }
}

/// A bar beside a number, as long as its share of the greatest.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="{{ share }}" height="8"{% if outlined %} class="outlined"{% endif %}/></svg>"#,
    ext = "html"
)]
pub struct Share {
    share: u64,
    outlined: bool,
}

impl HtmlSafe for Share {}

impl Share {
    /// The bar of `n` among numbers of which the greatest is `most`.
    #[must_use]
    pub fn of(n: u64, most: u64, outlined: bool) -> Self {
        Self {
            share: n.saturating_mul(100) / most.max(1),
            outlined,
        }
    }
}
