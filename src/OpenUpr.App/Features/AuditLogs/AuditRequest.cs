using System.Globalization;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.AuditLogs;

/// <summary>The filters of the log as its form sends them; what cannot be read is as if it were not there.</summary>
internal static class AuditRequest
{
    public static AuditFilter Read(IQueryCollection query) => new(
        Number(query["who"]), Text(query["deed"]), Text(query["thing"]), Number(query["id"]), Day(query["from"]), Day(query["to"]), Number(query["before"]));

    /// <summary>The question mark and what follows for these filters; <paramref name="before"/> for the next page.</summary>
    public static string Address(AuditFilter filter, long? before) => QueryString.Create(
        new (string Key, string? Value)[]
        {
            ("who", filter.ActorId?.ToString(CultureInfo.InvariantCulture)), ("deed", filter.Deed), ("thing", filter.Thing), ("id", filter.ThingId?.ToString(CultureInfo.InvariantCulture)),
            ("from", filter.From?.ToString("O", CultureInfo.InvariantCulture)), ("to", filter.To?.ToString("O", CultureInfo.InvariantCulture)), ("before", before?.ToString(CultureInfo.InvariantCulture)),
        }.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value))).ToUriComponent();

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static long? Number(string? value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string? value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
