using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Features.Agenda;

/// <summary>The zone that a person chose, beside Geneva's, by which the UN's deadlines run. Without a choice Geneva's alone.</summary>
/// <param name="chosen">A name of the time zone database; null for none.</param>
public sealed class OwnZone(string? chosen)
{
    private static readonly TimeZoneInfo? s_geneva = Find(Geneva.Zone);

    private readonly TimeZoneInfo? _own = chosen is null or Geneva.Zone ? null : Find(chosen);

    public string? Name => _own?.Id;

    /// <summary>Zones to choose from, by name. The machine's own list, without its abbreviations and leap seconds.</summary>
    public static IReadOnlyList<string> All { get; } = [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.HasIanaId ? z.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(z.Id, out var id) ? id : "")
        .Where(z => z.Contains('/', StringComparison.Ordinal) && !z.StartsWith("Etc/", StringComparison.Ordinal)).Append("UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The day on which a moment falls for this person.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(In(_own ?? s_geneva, at).DateTime);

    /// <summary>The moment as it is in Geneva, with its offset.</summary>
    public static DateTimeOffset InGeneva(DateTimeOffset at) => In(s_geneva, at);

    /// <summary>The moment as it is for this person; null where they chose no zone of their own.</summary>
    public DateTimeOffset? Own(DateTimeOffset at) => _own is null ? null : In(_own, at);

    /// <summary>22 November 2026, 15:00.</summary>
    public static string Clock(DateTimeOffset at) => Numbers.Fill(AgendaWords.Clock, Dates.Day(DateOnly.FromDateTime(at.DateTime)), at.ToString("HH:mm", CultureInfo.InvariantCulture));

    private static DateTimeOffset In(TimeZoneInfo? zone, DateTimeOffset at) => zone is null ? at.ToUniversalTime() : TimeZoneInfo.ConvertTime(at, zone);

    private static TimeZoneInfo? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : null;
}
