using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Drafting.Coverage;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>Finds the paragraphs of the stakeholders' summary that take up a submission (requirement F16), where that paper is in the store.</summary>
public static partial class SummaryPlaces
{
    /// <summary>Paragraphs that are looked for.</summary>
    private const int Most = 50;

    /// <param name="reference">As typed, such as "12 and 47".</param>
    /// <returns>The number of each paragraph that was found, the paper's id and the paragraph's place in it.</returns>
    public static async Task<IReadOnlyList<(string Number, long DocumentId, int Ordinal)>> FindAsync(Store store, PassageIndex papers, ReviewPlan? plan, string? reference, CancellationToken cancel)
    {
        if (reference is null || plan?.Session is not { } session || papers.Documents.Where(d => d.Sur == plan.State && d.Session == session && d.Kind == BasePaper.Summary && d.Passages > 0).MaxBy(d => d.Id) is not { } paper)
        {
            return [];
        }

        string[] numbers = [.. NumberForm().Matches(reference).Select(m => m.Value).Distinct().Take(Most)];
        await using var db = store.Open();
        var found = await db.Passages.Where(p => p.DocumentId == paper.Id && p.Number != null && numbers.Contains(p.Number)).OrderBy(p => p.Ordinal).Select(p => new { p.Number, p.Ordinal }).ToListAsync(cancel);
        return [.. found.DistinctBy(p => p.Number).Select(p => (p.Number!, paper.Id, p.Ordinal))];
    }

    [GeneratedRegex(@"\d{1,4}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();
}
