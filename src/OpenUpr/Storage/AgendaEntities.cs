namespace OpenUpr.Storage;

/// <summary>A date of a human rights treaty body (requirement C11), as the secretariat found it: the reference data have none.</summary>
public sealed class TreatyDate : IPrivateRow
{
    public const string Session = "session";
    public const string Dialogue = "dialogue";
    public const string ReportDue = "report-due";
    public const string Issues = "issues";
    public const string Submission = "submission";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The committee's usual letters, such as CEDAW.</summary>
    public required string Committee { get; set; }

    /// <summary>session, dialogue (with the State), report-due, issues (the list of issues) or submission (until when civil society may write).</summary>
    public required string Kind { get; set; }

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    /// <summary>Address of the page on which the date was found.</summary>
    public required string Source { get; set; }

    public string? Note { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>How one person wants to see dates. A row is there only for who chose something.</summary>
public sealed class AgendaChoice : IPrivateRow
{
    /// <summary>The membership's.</summary>
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>A name of the time zone database, such as Africa/Nairobi; null for Geneva's.</summary>
    public string? Zone { get; set; }

    public int Revision { get; set; }
}

/// <summary>A person's calendar feed, found by the secret of its link before anybody is known: a door. What it shows is decided anew at each request.</summary>
public sealed class CalendarFeed
{
    /// <summary>The membership's: one feed for each person.</summary>
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>SHA-256 of the link's secret, hex: unique.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Whether the feed has the titles of private things; else it says of what kind they are.</summary>
    public bool WithTitles { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}
