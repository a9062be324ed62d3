using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.App.Features.Evidence;

/// <summary>The fields of a case as the form has them, before and after somebody typed.</summary>
public sealed record CaseForm(CaseFields Fields, IReadOnlyList<Cluster> Clusters, IReadOnlyList<Member> Members)
{
    /// <summary>Words for aliases that name nobody; the number makes each different.</summary>
    private static readonly string[] s_aliases = ["Heron", "Cedar", "Lantern", "Harbour", "Meadow", "Falcon", "Juniper", "Anchor", "Willow", "Comet"];

    /// <summary>An alias to begin with.</summary>
    public static string SuggestAlias(long number) => $"{s_aliases[(int)(number % s_aliases.Length)]} {number}";

    public static async Task<CaseForm> NewAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var last = await db.CounterRows.Where(c => c.Name == Counters.EvidenceCases).Select(c => c.Last).SingleOrDefaultAsync(cancel);
        return await OfAsync(rooms, access, new CaseFields(SuggestAlias(last + 1), [], null, null, Consents.Unknown, null, false, [], new CaseSecrets()), cancel);
    }

    public static Task<CaseForm> OfAsync(Rooms rooms, CoalitionAccess access, OpenCase open, CancellationToken cancel) => OfAsync(
        rooms,
        access,
        new CaseFields(
            open.Case.Alias, open.Case.Issues.Split('\n', StringSplitOptions.RemoveEmptyEntries), open.Case.HappenedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), open.Case.ClusterId, open.Case.Consent,
            open.Case.RetainUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), open.Case.IsSealed, open.Readers, open.Secrets, open.Case.Revision),
        cancel);

    public static async Task<CaseForm> OfAsync(Rooms rooms, CoalitionAccess access, CaseFields fields, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        return new CaseForm(
            fields,
            await db.Clusters.AsNoTracking().Where(c => c.EndedAt == null).OrderBy(c => c.Name).ToListAsync(cancel),
            await db.Members.AsNoTracking().Where(m => m.Name != null && db.Memberships.Any(p => p.Id == m.Id && p.LeftAt == null && p.Role != "guest")).OrderBy(m => m.Name).ToListAsync(cancel));
    }

    /// <summary>Reads the fields that the form has, and no others.</summary>
    public static CaseFields Read(HttpRequest request) => request.HasFormContentType ? Read(request.Form) : Read(FormCollection.Empty);

    private static CaseFields Read(IFormCollection form) => new(
        form["alias"], [.. form["issues"].OfType<string>()], form["happened"], Number(form["cluster"]), form["consent"], form["retain"], form["sealed"] == "yes", [.. form["readers"].Select(Number).OfType<long>()],
        new CaseSecrets(form["who"], form["place"], form["notes"], form["contact"], form["consent-words"]), (int)(Number(form["revision"]) ?? 0));

    private static long? Number(string? text) => long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
