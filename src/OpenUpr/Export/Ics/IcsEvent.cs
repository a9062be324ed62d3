namespace OpenUpr.Export.Ics;

/// <summary>One event of a calendar file. A whole-day event has no time; one with a time is a moment in Geneva.</summary>
/// <param name="Uid">The same whenever the same event is written, whatever its date.</param>
/// <param name="Last">The last day, included; ignored when there is a time.</param>
/// <param name="Tentative">The date may change.</param>
public sealed record IcsEvent(string Uid, DateOnly First, DateOnly Last, TimeOnly? Time, string Summary, string Description, Uri Address, string Category, bool Tentative)
{
    /// <summary>The moment at which it begins, which then stands for the hour in Geneva; null for none.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How often it changed; null where the day of the data says so.</summary>
    public int? Revision { get; init; }

    /// <summary>When it last changed; null where the day of the data says so.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>It was announced and does not take place.</summary>
    public bool Cancelled { get; init; }
}

/// <summary>What stands around the events of a calendar file.</summary>
/// <param name="AsOf">The day of the data: it stamps the events, so that the same data always give the same file.</param>
public sealed record IcsCalendar(string Name, string Description, Uri Address, string Language, DateOnly AsOf, IReadOnlyList<IcsEvent> Events);
