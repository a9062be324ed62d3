using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>What a State said of a recommendation in public, and where.</summary>
/// <param name="Position">supported, partly, noted or pending.</param>
/// <param name="Source">A symbol or a file's name.</param>
/// <param name="On">Null where the source does not date it.</param>
/// <param name="Reason">The State's own explanation; null where it gives none.</param>
public sealed record PublicAnswer(string Position, string Wording, DateOnly? On, string Source, long DocumentId, int? Page, string? Reason, string Rule, bool IsCurrent);

/// <summary>The positions in the public database, in the order in which the State took them: report, addendum, decision; an export without dates comes last.</summary>
public static class PublicAnswers
{
    /// <summary>By the recommendation's number in the database; those without any are left out.</summary>
    public static async Task<ILookup<long, PublicAnswer>> ReadAsync(Store store, IReadOnlyCollection<long> recommendations, CancellationToken cancel)
    {
        await using var db = store.Open();
        var found = await (
            from r in db.Recommendations.AsNoTracking()
            join p in db.Positions on r.TextId equals p.TextId
            join d in db.Documents on p.DocumentId equals d.Id
            where recommendations.Contains(r.Id)
            select new { r.Id, Record = p, d.Kind, d.Symbol, d.FileName, d.PublishedOn }).ToListAsync(cancel);
        return found.OrderBy(f => Place(f.Kind)).ThenBy(f => f.Record.SaidOn ?? f.PublishedOn ?? DateOnly.MaxValue).ThenBy(f => f.Record.Id).ToLookup(f => f.Id, f => new PublicAnswer(
            Code(f.Record), f.Record.Wording, f.Record.SaidOn ?? f.PublishedOn, f.Record.Symbol ?? f.Symbol ?? f.FileName, f.Record.DocumentId, f.Record.Page, f.Record.Reason, f.Record.Rule, f.Record.IsCurrent));
    }

    private static string Code(PositionRecord record) => record switch
    {
        { Partial: true } => "partly",
        { Value: Position.Supported } => "supported",
        { Value: Position.Noted } => "noted",
        _ => "pending",
    };

    private static int Place(string kind) => kind switch
    {
        "working-group-report" => 0,
        "addendum" => 1,
        "decision" => 2,
        _ => 3,
    };
}
