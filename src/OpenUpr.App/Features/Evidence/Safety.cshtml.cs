using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>The safety check of a case (requirement F9).</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/safety")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/safety", Method = "POST")]
public sealed class SafetyModel(Rooms rooms, CaseReader cases, CaseWriter writer) : EvidencePage(rooms)
{
    public EvidenceCase Case { get; private set; } = null!;

    /// <summary>What was typed before.</summary>
    public string? Note { get; private set; }

    public string? Verdict { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await cases.OpenAsync(Access, id, cancel) is not { } open || !CaseRules.MayChange(Access, open.Case))
        {
            return NotFound();
        }

        (Case, Note, Verdict) = (open.Case, Note ?? open.Secrets.SafetyNote, Verdict ?? open.Case.SafetyVerdict);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, string? verdict, string? note, CancellationToken cancel)
    {
        (Verdict, Note) = (verdict, note);
        return await AnswerAsync(await writer.CheckSafetyAsync(Access, id, verdict, note, cancel), Evidence($"/{id}"), () => OnGetAsync(id, cancel));
    }
}
