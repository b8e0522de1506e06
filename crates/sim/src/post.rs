//! A post between the houses of a town. It carries the same bytes as HTTPS does and has weather: envelopes get lost on the way,
//! answers get lost on the way back, and what arrived arrives again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use model::{Digest, StateCode};
use office::{Address, Answer, Office, Post, PostError, exchange};

/// How the post behaves: chances out of 1000.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weather {
    /// Lost before it arrives.
    pub lost: u32,
    /// It arrives, the answer does not.
    pub answer_lost: u32,
    /// It arrives twice.
    pub doubled: u32,
}

/// The roads of a town.
#[derive(Default)]
pub struct Roads {
    houses: Mutex<BTreeMap<StateCode, Office>>,
    weather: Mutex<Weather>,
    seed: Mutex<u64>,
    seen: Mutex<Vec<Sighting>>,
    barrier: Arc<tokio::sync::Mutex<()>>,
}

/// An envelope as it was seen on the road, whether or not it arrived.
#[derive(Debug, Clone)]
pub struct Sighting {
    /// From whom.
    pub from: StateCode,
    /// To whom.
    pub to: StateCode,
    /// Its bytes.
    pub bytes: Bytes,
}

/// One house's way to the roads.
#[derive(Clone)]
pub struct Carrier {
    from: StateCode,
    roads: Arc<OnceLock<Arc<Roads>>>,
}

impl Roads {
    /// Open the roads with a seed.
    pub fn new(seed: u64) -> Arc<Self> {
        Arc::new(Self {
            seed: Mutex::new(seed | 1),
            ..Self::default()
        })
    }

    /// A house moves in.
    pub fn enter(&self, office: &Office) {
        if let Ok(mut houses) = self.houses.lock() {
            houses.insert(office.state().clone(), office.clone());
        }
    }

    /// A house is off the air.
    pub fn leave(&self, state: &StateCode) {
        if let Ok(mut houses) = self.houses.lock() {
            houses.remove(state);
        }
    }

    /// Lower the barrier: what is on its way waits until the guard is dropped.
    pub async fn hold(&self) -> tokio::sync::OwnedMutexGuard<()> {
        Arc::clone(&self.barrier).lock_owned().await
    }

    /// Change the weather.
    pub fn set(&self, weather: Weather) {
        if let Ok(mut now) = self.weather.lock() {
            *now = weather;
        }
    }

    /// Every envelope seen since the last time somebody asked.
    pub fn sightings(&self) -> Vec<Sighting> {
        let seen = self.seen.lock();
        seen.map(|mut seen| std::mem::take(&mut *seen))
            .unwrap_or_default()
    }

    fn house(&self, state: &StateCode) -> Option<Office> {
        self.houses.lock().ok()?.get(state).cloned()
    }

    fn throw(&self) -> u32 {
        let Ok(mut seed) = self.seed.lock() else {
            return 999;
        };
        // xorshift64: repeatable, and good enough for weather.
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        u32::try_from(*seed % 1000).unwrap_or(999)
    }

    fn weather(&self) -> Weather {
        self.weather.lock().map(|w| *w).unwrap_or_default()
    }
}

impl Carrier {
    /// A carrier for a house, on roads that are laid before anything is sent.
    pub fn new(from: StateCode, roads: Arc<Roads>) -> Self {
        let cell = OnceLock::new();
        let _ = cell.set(roads);
        Self {
            from,
            roads: Arc::new(cell),
        }
    }

    fn go<F, Fut>(&self, to: &Address, visit: F) -> BoxFuture<'static, Result<Answer, PostError>>
    where
        F: Fn(Office, StateCode) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = office::Result<Answer>> + Send,
    {
        let (from, to, roads) = (self.from.clone(), to.state.clone(), Arc::clone(&self.roads));
        async move {
            let roads = roads
                .get()
                .ok_or_else(|| PostError::Unreachable("no roads".to_owned()))?;
            drop(roads.barrier.lock().await);
            let house = roads
                .house(&to)
                .ok_or_else(|| PostError::Unreachable(to.to_string()))?;
            let weather = roads.weather();
            if roads.throw() < weather.lost {
                return Err(PostError::Timeout);
            }
            let mut answer = visit(house.clone(), from.clone()).await;
            if roads.throw() < weather.doubled {
                answer = visit(house, from).await;
            }
            if roads.throw() < weather.answer_lost {
                return Err(PostError::Timeout);
            }
            Ok(answer.unwrap_or_else(|_| Answer {
                status: 500,
                body: Bytes::new(),
                retry_after_s: None,
            }))
        }
        .boxed()
    }
}

fn answer(status: u16, body: impl Into<Bytes>) -> Answer {
    Answer {
        status,
        body: body.into(),
        retry_after_s: None,
    }
}

impl Post for Carrier {
    fn envelope(
        &self,
        to: &Address,
        bytes: Bytes,
    ) -> BoxFuture<'static, Result<Answer, PostError>> {
        if let Some(mut seen) = self.roads.get().and_then(|r| r.seen.lock().ok()) {
            seen.push(Sighting {
                from: self.from.clone(),
                to: to.state.clone(),
                bytes: bytes.clone(),
            });
        }
        self.go(to, move |office, from| {
            let bytes = bytes.clone();
            async move {
                let taken = exchange::ingest(&office, &from, bytes).await?;
                Ok(Answer {
                    status: taken.status,
                    body: taken.body.into(),
                    retry_after_s: taken.retry_after_s,
                })
            }
        })
    }

    fn missing(&self, to: &Address, root: Digest) -> BoxFuture<'static, Result<Answer, PostError>> {
        self.go(to, move |office, from| async move {
            Ok(match exchange::missing(&office, &from, root).await? {
                Some(bitmap) => answer(200, bitmap),
                None => answer(404, Bytes::new()),
            })
        })
    }

    fn segment(
        &self,
        to: &Address,
        place: (Digest, u64),
        path: Vec<Digest>,
        bytes: Bytes,
    ) -> BoxFuture<'static, Result<Answer, PostError>> {
        self.go(to, move |office, from| {
            let (path, bytes) = (path.clone(), bytes.clone());
            async move {
                Ok(answer(
                    exchange::put_segment(&office, &from, place, &path, bytes).await?,
                    Bytes::new(),
                ))
            }
        })
    }

    fn pull(
        &self,
        to: &Address,
        epoch: u64,
        after: u64,
    ) -> BoxFuture<'static, Result<Answer, PostError>> {
        self.go(to, move |office, from| async move {
            let all = exchange::pull(&office, &from, epoch, after).await?;
            Ok(answer(200, all.concat()))
        })
    }

    fn log(&self, to: &Address, path: &str) -> BoxFuture<'static, Result<Answer, PostError>> {
        let path = path.to_owned();
        self.go(to, move |office, _| {
            let path = path.clone();
            async move {
                Ok(match exchange::log_file(&office, &path).await? {
                    Some((_, bytes)) => answer(200, bytes),
                    None => answer(404, Bytes::new()),
                })
            }
        })
    }
}

impl std::fmt::Debug for Roads {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Roads")
    }
}

impl std::fmt::Debug for Carrier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Carrier")
    }
}
