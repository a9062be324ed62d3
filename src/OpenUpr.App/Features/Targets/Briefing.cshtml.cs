using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Targets;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Targets;

/// <summary>What to know of one State before speaking to it about another's review; made to be printed.</summary>
[Access(AccessAttribute.Public, "/targets/briefing?sur={state}")]
public sealed class BriefingModel(Store store, LiveIndex live, Labels labels) : PageModel
{
    public TargetBriefing Briefing { get; private set; } = null!;

    public BriefingWords Say { get; private set; } = null!;

    /// <summary>Why it stands where it stands in the list; empty where it never recommended anything.</summary>
    public IReadOnlyList<TargetSentence> Reasons { get; private set; } = [];

    public Labels Labels => labels;

    public string Address(string path) => TargetsRequest.To(Briefing.Question, path, Briefing.Rs);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var asked = TargetsRequest.Read(Request.Query, store.Reference);
        var list = asked.Question is null ? null : TargetRanking.Rank(live.Current, asked.Question);

        // Without a State of its own, the briefing is about the first of the list.
        if (list is null || (asked.Rs ?? (list.States is [var first, ..] ? first.Iso3 : null)) is not { } rs || rs == list.Question.Sur)
        {
            HttpContext.Features.Set(new Problem(asked.Refusals.Count > 0 ? string.Join(' ', asked.Refusals) : TargetWords.Refused_Briefing));
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Briefing = await TargetBriefing.ReadAsync(store, live.Current, list.Question, rs, cancel);
        Say = new BriefingWords(labels, Briefing);
        Reasons = Briefing.Target is { } target ? [.. new TargetReasons(labels, list).Of(target)] : [];
        return Page();
    }
}
