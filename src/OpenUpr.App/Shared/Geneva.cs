namespace OpenUpr.App.Shared;

/// <summary>The clock by which the United Nations' deadlines run.</summary>
public static class Geneva
{
    /// <summary>The zone's name in the reference data and in calendar files.</summary>
    public const string Zone = "Europe/Zurich";

    /// <summary>Null on a machine without time zone data; days are then those of UTC, and no other hour than Geneva's is shown.</summary>
    private static readonly TimeZoneInfo? s_zone = TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var found) ? found : null;

    public static DateOnly Today(TimeProvider time) =>
        DateOnly.FromDateTime(s_zone is null ? time.GetUtcNow().UtcDateTime : TimeZoneInfo.ConvertTime(time.GetUtcNow(), s_zone).DateTime);

    /// <summary>A day and hour in Geneva as a moment; null where it cannot be worked out.</summary>
    public static DateTimeOffset? Moment(DateOnly day, TimeOnly time) =>
        s_zone is null ? null : new DateTimeOffset(day.ToDateTime(time), s_zone.GetUtcOffset(day.ToDateTime(time)));
}
