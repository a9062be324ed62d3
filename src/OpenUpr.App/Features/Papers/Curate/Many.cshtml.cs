using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Import.Papers;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>Answers all doubts under the filters alike, after saying how many they are; and takes such an answer back.</summary>
[Access(AccessAttribute.Curator, Sample)]
[Access(AccessAttribute.Curator, Sample, Method = "POST")]
public sealed class ManyModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    /// <summary>Of one step: the work of a step takes a few seconds, and no other writer waits longer for its turn.</summary>
    public const int Most = 250;

    private const string Sample = "/curate/doubts/many?kind=text-differs&act=stored";

    /// <summary>Doubts that are shown before all are answered.</summary>
    private const int Shown = 5;

    public InboxRequest Asked { get; private set; } = null!;

    /// <summary>"found" or "stored".</summary>
    public string Act { get; private set; } = Settlement.KeepStored;

    /// <summary>How many match.</summary>
    public int Total { get; private set; }

    public int Count => Math.Min(Total, Most);

    /// <summary>The ones that matter most among them.</summary>
    public IReadOnlyList<DoubtRow> First { get; private set; } = [];

    public string? Error { get; private set; }

    public Labels Labels => labels;

    public string Button => $"{(Act == Settlement.TakeFound ? DoubtLabels.Accept(Asked.Filter.Code!) : DoubtLabels.Keep(Asked.Filter.Code!))}: {Numbers.Fill(PapersWords.Many_All, Numbers.Count(Count))}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Page();
    }

    /// <param name="count">How many the page said there are.</param>
    /// <param name="last">The last of them: when others have come or gone meanwhile, the page asks again.</param>
    /// <param name="together">One of the answers that are to be taken back; null where answers are given.</param>
    public async Task<IActionResult> OnPostAsync(int count, long last, long? together, CancellationToken cancel)
    {
        try
        {
            if (together is { } answer)
            {
                await Settling.UndoManyAsync(store, time, answer, cancel);
                return Redirect(InboxRequest.Read(Request.Query).List());
            }

            var ids = await ReadAsync(cancel);
            if (ids.Count > 0 && ids.Count == count && ids[^1] == last)
            {
                var (_, settlement) = await Settling.SettleManyAsync(store, time, ids, Act, cancel);
                return Redirect(Asked.List(many: settlement));
            }

            Error = PapersWords.Many_Changed;
        }
        catch (SettlingException e)
        {
            await ReadAsync(cancel);
            Error = e.Message;
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public long Last { get; private set; }

    private async Task<IReadOnlyList<long>> ReadAsync(CancellationToken cancel)
    {
        Act = Request.Query["act"] == Settlement.TakeFound ? Settlement.TakeFound : Settlement.KeepStored;
        var asked = InboxRequest.Read(Request.Query);
        Asked = asked with { Filter = asked.Filter with { Settled = false }, Page = 1 };
        var all = DoubtLabels.CanBeMany(Asked.Filter.Code) ? await DoubtInbox.IdsAsync(store, Asked.Filter, cancel) : [];
        Total = all.Count;
        IReadOnlyList<long> ids = [.. all.Take(Most)];
        First = await DoubtInbox.RowsAsync(store, [.. ids.Take(Shown)], cancel);
        Last = ids.Count > 0 ? ids[^1] : 0;
        return ids;
    }
}
