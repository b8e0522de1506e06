//! The walk's papers: letters and certificate as PDF.

use std::path::Path;

use model::{Lang, RequestId, Role};
use office::papers::{self, PaperKind};

use crate::demo::desk::Desk;
use crate::demo::tell::Teller;

/// Set what both sides would put on paper; a script without a font is told, not hidden.
pub(super) async fn set(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    (dir, tell): (&Path, &mut Teller),
) -> office::Result<()> {
    let folder = dir.join("papers");
    let failed = |source| office::Error::File {
        doing: "written",
        path: folder.display().to_string(),
        source,
    };
    std::fs::create_dir_all(&folder).map_err(failed)?;
    for (desk, kind, langs) in [
        (xa, PaperKind::Request, Lang::ALL),
        (xb, PaperKind::Acknowledgement, &[Lang::En, Lang::Fr][..]),
        (xb, PaperKind::Certificate, &[Lang::En, Lang::Fr][..]),
    ] {
        let (mut set, mut not) = (Vec::new(), Vec::new());
        for lang in langs {
            match papers::pdf(
                &desk.office,
                &desk.officer(Role::CaseOfficer),
                id,
                (kind, *lang),
            )
            .await
            {
                Ok(bytes) => {
                    std::fs::write(
                        folder.join(format!("{}-{}.pdf", kind.code(), lang.code())),
                        bytes,
                    )
                    .map_err(failed)?;
                    set.push(lang.code());
                }
                Err(office::Error::Paper(why)) => not.push(format!("{}: {why}", lang.code())),
                Err(error) => return Err(error),
            }
        }
        tell.step(
            desk.code().as_str(),
            &format!("sets the {} as PDF in {}", kind.code(), set.join(" ")),
        );
        for why in not {
            tell.step(desk.code().as_str(), &format!("cannot set {why}"));
        }
    }
    Ok(())
}
