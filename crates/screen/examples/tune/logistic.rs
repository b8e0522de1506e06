//! Logistic regression by Newton's steps, each found by conjugate gradients: no library, no matrix.

/// Features, and the constant.
pub(crate) const WIDTH: usize = screen::weigh::FEATURES + 1;
/// What is learned about how names meet, and 1 for the constant, which comes last.
pub(crate) type Row = [f64; WIDTH];

/// Steps that are more than enough: the error is squared with each.
const NEWTON_MAX: usize = 40;
const GRADIENT_MAX: usize = 120;
const CLOSE: f64 = 1e-9;

/// A comparison whose truth is known.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) row: Row,
    pub(crate) same: bool,
    pub(crate) weight: f64,
}

pub(crate) fn dot(a: &Row, b: &Row) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

pub(crate) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// `a += scale * b`
fn add(a: &mut Row, scale: f64, b: &Row) {
    for (x, y) in a.iter_mut().zip(b) {
        *x += scale * y;
    }
}

/// Weights that make what is known most likely; large ones are held back as if each were drawn from a normal distribution of
/// variance `looseness`. The constant is free.
pub(crate) fn fit(known: &[Known], looseness: f64) -> Row {
    let mut held = [1.0 / looseness; WIDTH];
    if let Some(constant) = held.last_mut() {
        *constant = 0.0;
    }
    let mut weights = Row::default();
    let mut loss = f64::INFINITY;
    for _ in 0..NEWTON_MAX {
        let step = newton(known, &weights, &held);
        // A step that overshoots is halved.
        let mut length = 1.0;
        let next = loop {
            let mut next = weights;
            add(&mut next, length, &step);
            let there = lost(known, &next, &held);
            if there <= loss || length < CLOSE {
                break (next, there);
            }
            length /= 2.0;
        };
        weights = next.0;
        if loss - next.1 < CLOSE * next.1 {
            break;
        }
        loss = next.1;
    }
    weights
}

/// How unlikely what is known is made by the weights, in nats.
fn lost(known: &[Known], weights: &Row, held: &Row) -> f64 {
    let each = known.iter().map(|k| {
        let z = dot(&k.row, weights);
        let z = if k.same { z } else { -z };
        k.weight * (1.0 + (-z.abs()).exp()).ln() + k.weight * (-z).max(0.0)
    });
    let penalty = weights.iter().zip(held).map(|(w, h)| 0.5 * h * w * w);
    each.sum::<f64>() + penalty.sum::<f64>()
}

/// Newton's step from these weights.
fn newton(known: &[Known], weights: &Row, held: &Row) -> Row {
    let mut downhill = Row::default();
    let mut bends = Vec::with_capacity(known.len());
    for k in known {
        let p = logistic(dot(&k.row, weights));
        let miss = f64::from(u8::from(k.same)) - p;
        add(&mut downhill, k.weight * miss, &k.row);
        bends.push(k.weight * p * (1.0 - p));
    }
    for ((down, weight), hold) in downhill.iter_mut().zip(weights).zip(held) {
        *down -= hold * weight;
    }
    let bent = |direction: &Row| {
        let mut out = Row::default();
        for (k, bend) in known.iter().zip(&bends) {
            add(&mut out, bend * dot(&k.row, direction), &k.row);
        }
        for ((o, d), hold) in out.iter_mut().zip(direction).zip(held) {
            *o += (hold + CLOSE) * d;
        }
        out
    };
    let (mut step, mut rest, mut direction) = (Row::default(), downhill, downhill);
    let mut size = dot(&rest, &rest);
    let enough = CLOSE * size;
    for _ in 0..GRADIENT_MAX {
        if size <= enough {
            break;
        }
        let along = bent(&direction);
        let length = size / dot(&direction, &along).max(f64::MIN_POSITIVE);
        add(&mut step, length, &direction);
        add(&mut rest, -length, &along);
        let next = dot(&rest, &rest);
        let mut turned = rest;
        add(&mut turned, next / size, &direction);
        (direction, size) = (turned, next);
    }
    step
}
