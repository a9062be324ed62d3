using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>Which entries are wanted; null for any.</summary>
/// <param name="Before">Only entries with a smaller number: the next page.</param>
public sealed record AuditFilter(long? ActorId = null, string? Deed = null, string? Thing = null, long? ThingId = null, DateOnly? From = null, DateOnly? To = null, long? Before = null);

/// <summary>An entry as the secretariat reads it.</summary>
/// <param name="Actor">The person's name in the coalition; null for the program itself, and for a person who asked to be forgotten.</param>
public sealed record AuditRow(long Number, DateTimeOffset At, long? ActorId, string? Actor, string Deed, string Thing, long? ThingId, string PreviousHash, string Hash);

/// <summary>What the secretariat keeps outside, on paper or elsewhere: a log that was cut off before this entry, or written anew, no longer fits it.</summary>
public sealed record AuditAnchor(long Number, string Hash)
{
    /// <summary>As it is printed and typed: number, colon, hash.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number}:{Hash}");

    /// <summary>Null where the text is none.</summary>
    public static AuditAnchor? TryParse(string text) =>
        text.Trim().Split(':') is [var number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            && hash.Length == 64 && hash.All(char.IsAsciiHexDigit) ? new AuditAnchor(n, hash.ToLowerInvariant()) : null;
}

/// <summary>The log of a coalition for its secretariat: lists, files, the anchor.</summary>
public static class AuditLog
{
    public const int PageSize = 100;

    /// <summary>The newest entries first, one more than a page where there are older ones.</summary>
    /// <returns>Null where the person is not of the secretariat.</returns>
    public static async Task<IReadOnlyList<AuditRow>?> ListAsync(Store store, CoalitionAccess access, AuditFilter filter, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Secretariat))
        {
            return null;
        }

        await using var db = store.Open(access);
        return await Rows(db, Entries(db, access, filter).OrderByDescending(e => e.Number).Take(PageSize + 1)).ToListAsync(cancel);
    }

    /// <summary>What may be chosen in the filters: every kind of thing in the log, and everyone who acted.</summary>
    public static async Task<(IReadOnlyList<string> Things, IReadOnlyList<(long Id, string? Name)> Actors)> ChoicesAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Secretariat))
        {
            return ([], []);
        }

        await using var db = store.Open(access);
        var pairs = await db.AuditEntries.AsNoTracking().Where(e => e.CoalitionId == access.CoalitionId).Select(e => new { e.Thing, e.ActorId }).Distinct().ToListAsync(cancel);
        var actors = pairs.Select(p => p.ActorId).OfType<long>().Distinct().ToList();
        var names = await db.Members.AsNoTracking().Where(m => actors.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        return ([.. pairs.Select(p => p.Thing).Distinct().Order(StringComparer.Ordinal)], [.. actors.Order().Select(a => (a, names.GetValueOrDefault(a)))]);
    }

    /// <summary>The last entry; null for an empty log or one that the person may not read.</summary>
    public static async Task<AuditAnchor?> AnchorAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return !access.Is(CoalitionRole.Secretariat) ? null
            : await db.AuditEntries.AsNoTracking().Where(e => e.CoalitionId == access.CoalitionId).OrderByDescending(e => e.Number).Select(e => new AuditAnchor(e.Number, e.Hash)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Writes the entries, oldest first, one a line: as JSON objects, or as CSV with a head. Dates are UTC.</summary>
    /// <returns>Whether the person may have them.</returns>
    public static async Task<bool> WriteAsync(Store store, CoalitionAccess access, AuditFilter filter, bool asCsv, Stream output, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Secretariat))
        {
            return false;
        }

        await using var db = store.Open(access);
        if (asCsv)
        {
            await output.WriteAsync("number,at,actor_id,actor,deed,thing,thing_id,previous_hash,hash\r\n"u8.ToArray(), cancel);
        }

        await foreach (var row in Rows(db, Entries(db, access, filter).OrderBy(e => e.Number)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await output.WriteAsync(asCsv ? Csv(row) : [.. JsonSerializer.SerializeToUtf8Bytes(row, BackupManifest.Json), (byte)'\n'], cancel);
        }

        return true;
    }

    private static IQueryable<AuditEntry> Entries(OpenUprDb db, CoalitionAccess access, AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.CoalitionId == access.CoalitionId);
        if (filter.From is { } from)
        {
            var start = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero);
            entries = entries.Where(e => e.At >= start);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = new DateTimeOffset(to.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
            entries = entries.Where(e => e.At < end);
        }

        return entries.Where(e => (filter.ActorId == null || e.ActorId == filter.ActorId) && (filter.Deed == null || e.Deed == filter.Deed) && (filter.Thing == null || e.Thing == filter.Thing)
            && (filter.ThingId == null || e.ThingId == filter.ThingId) && (filter.Before == null || e.Number < filter.Before));
    }

    private static IQueryable<AuditRow> Rows(OpenUprDb db, IQueryable<AuditEntry> entries) => entries.Select(e => new AuditRow(
        e.Number, e.At, e.ActorId, db.Members.Where(m => m.Id == e.ActorId).Select(m => m.Name).FirstOrDefault(), e.Deed, e.Thing, e.ThingId, e.PreviousHash, e.Hash));

    private static byte[] Csv(AuditRow row) => Encoding.UTF8.GetBytes(string.Join(
        ',',
        row.Number.ToString(CultureInfo.InvariantCulture), row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), row.ActorId?.ToString(CultureInfo.InvariantCulture), Cell(row.Actor),
        Cell(row.Deed), Cell(row.Thing), row.ThingId?.ToString(CultureInfo.InvariantCulture), row.PreviousHash, row.Hash) + "\r\n");

    /// <summary>Quoted where it must be; a name that a spreadsheet would run as a formula is made a text.</summary>
    private static string Cell(string? text)
    {
        var safe = text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text ?? string.Empty;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
