using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>A report as it was: the composed document, and what it counts for the workbook.</summary>
public sealed record ReportContent(ComposedDocument Document, ReportData Data);

/// <summary>A comment with the names of who wrote and answered it; a guest sees no person's name.</summary>
public sealed record ReportCommentRow(ReportComment Comment, string? Author, string? AnsweredBy);

/// <summary>A version as somebody reads it.</summary>
/// <param name="MayComment">Whether the round runs and they may speak in it.</param>
/// <param name="Until">The last day for comments; null where there is no round for this person.</param>
public sealed record ReportVersionView(ReportVersion Version, ReportContent Content, IReadOnlyList<ReportCommentRow> Comments, bool MayComment, DateOnly? Until);

/// <summary>Versions of reports: what was opened for comments and what was released. A version never changes; guests see those that are shared with them by name.</summary>
public static class ReportVersions
{
    /// <summary>The table, by which shares name it.</summary>
    public const string Thing = "report_versions";

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    public static string Write(ReportContent content) => JsonSerializer.Serialize(content with { Document = content.Document with { Blocks = [.. content.Document.Blocks.Select(b => b with { SectionId = null })] } }, s_json);

    public static ReportContent Read(string json) => JsonSerializer.Deserialize<ReportContent>(json, s_json)!;

    /// <summary>For a member, or a guest with whom it is shared; null for anybody else.</summary>
    public static async Task<ReportVersionView?> ReadAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        if (!access.Is(CoalitionRole.Guest) || await db.ReportVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancel) is not { } version)
        {
            return null;
        }

        var isMember = access.Is(CoalitionRole.Observer);
        var names = isMember ? await TaskRows.NamesAsync(db, cancel) : [];
        string? Name(long? member) => member is { } known ? names.GetValueOrDefault(known) : null;
        var comments = await db.ReportComments.AsNoTracking().Where(c => c.VersionId == id).OrderBy(c => c.Id).ToListAsync(cancel);
        var until = version.Purpose == ReportVersion.Comments ? version.OpenUntil : null;
        return new ReportVersionView(version, Read(version.Content), [.. comments.Select(c => new ReportCommentRow(c, Name(c.AuthorId), Name(c.AnsweredById)))], until >= rooms.Today && (!isMember || access.Is(CoalitionRole.Contributor)), until);
    }

    /// <summary>Guests, and which of them may read a version.</summary>
    public static Task<IReadOnlyList<GuestRow>> GuestsAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel) => Sharing.ListAsync(store, access, Thing, id, cancel);

    public static Task<Outcome> ShareAsync(Rooms rooms, CoalitionAccess access, long id, long guestId, bool mayRead, CancellationToken cancel) =>
        Sharing.SetAsync(rooms, access, Thing, id, guestId, mayRead, db => db.ReportVersions.AnyAsync(v => v.Id == id, cancel), cancel);
}
