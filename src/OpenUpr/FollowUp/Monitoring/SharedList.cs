using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Lists;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Monitoring;

/// <summary>A recommendation that a list and the follow-up both hold, with what each says now.</summary>
/// <param name="Here">The coalition's own standing assessment; null for none.</param>
/// <param name="There">What the list says.</param>
public sealed record SharedRow(MonitoredRow Row, MatrixRowView Listed, Assessment? Here, FilledCell There)
{
    /// <summary>The two say otherwise: there is something to carry over.</summary>
    public bool Differs => Here?.Value != There.Value || (Here?.Explanation ?? "") != (There.Comment ?? "");

    /// <summary>The list says something that can become an assessment.</summary>
    public bool MayCome => There is { Value: not null, Comment: not null } && Differs;

    public bool MayGo => Here is not null && Listed.MayWrite && Differs;
}

/// <summary>
/// What a list of recommendations (requirement F14) and the follow-up of the same review say about the same recommendation, to be carried from one to the other by a person who sees both.
/// Nothing is carried over by itself: the list is what OHCHR receives, the assessment what the coalition stands for.
/// </summary>
public static class SharedList
{
    /// <summary>Lists of the same State and session that are worked on.</summary>
    public static async Task<IReadOnlyList<MatrixSheet>> ListsAsync(Store store, CoalitionAccess access, FollowedReview follow, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) ? await db.MatrixSheets.AsNoTracking().Where(s => s.State == follow.State && s.Session == follow.Session && s.ClosedAt == null).OrderByDescending(s => s.Id).ToListAsync(cancel) : [];
    }

    /// <summary>Recommendations that stand in both, by number and else by words; null where there is no such list of this review.</summary>
    public static async Task<IReadOnlyList<SharedRow>?> ReadAsync(Store store, CoalitionAccess access, MonitoringView view, long sheetId, CancellationToken cancel)
    {
        if (await MatrixRows.ReadAsync(store, access, sheetId, cancel) is not { } list || (list.Sheet.State, list.Sheet.Session) != (view.Follow.Review.State, view.Follow.Review.Session))
        {
            return null;
        }

        var (byNumber, byWords) = (new Dictionary<string, MatrixRowView>(), new Dictionary<string, MatrixRowView>());
        foreach (var row in list.Rows.Where(r => !r.IsRepeated))
        {
            if (row.Row.Number is { } number)
            {
                byNumber.TryAdd(number, row);
            }

            byWords.TryAdd(RecommendationIdentity.Normalise(row.Cells[0]), row);
        }

        return [.. from row in view.Rows
                   let listed = (row.Row.Row.Number is { } n ? byNumber.GetValueOrDefault(n) : null) ?? byWords.GetValueOrDefault(RecommendationIdentity.Normalise(row.Row.Row.Text))
                   where listed is not null
                   select new SharedRow(row, listed, row.Standing.FirstOrDefault(a => a.Assessment.OrganisationId is null)?.Assessment, listed.Filled)];
    }

    /// <summary>Makes an assessment of what the list says; somebody else confirms it like any other.</summary>
    public static Task<Outcome> ComeAsync(Rooms rooms, CoalitionAccess access, long followId, SharedRow row, CancellationToken cancel) =>
        !row.MayCome ? Task.FromResult(Outcome.Not(Refusal.Empty))
        : Assessments.AddAsync(rooms, access, followId, new AssessmentWish(row.Row.Row.Row.Id, null, row.There.Value, row.There.Comment, false, null, null) { MatrixRowId = row.Listed.Row.Id }, Arrivals.NewClient(), cancel);

    /// <summary>Writes the coalition's assessment into the list, as a proposal; challenges and help needed stay as they are there.</summary>
    public static async Task<Outcome> GoAsync(Rooms rooms, CoalitionAccess access, long sheetId, SharedRow row, CancellationToken cancel)
    {
        if (!row.MayGo)
        {
            return Outcome.Not(Refusal.Empty);
        }

        var text = new MatrixText(row.Listed.Row.Id, row.Listed.Entry?.Number ?? 0, row.Here!.Value, row.Here.Explanation, row.There.Challenges, row.There.Assistance, MatrixEntry.Proposed);
        var saved = await MatrixWriting.SaveAsync(rooms, access, sheetId, [text], Arrivals.NewClient(), cancel);
        return saved.Clashes.Count > 0 ? Outcome.Not(Refusal.Conflict) : saved.Outcome;
    }
}
