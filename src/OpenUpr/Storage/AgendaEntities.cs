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

/// <summary>How one person wants to see and hear of dates. A row is there only for who chose something.</summary>
public sealed class AgendaChoice : IPrivateRow
{
    /// <summary>The membership's.</summary>
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>A name of the time zone database, such as Africa/Nairobi; null for Geneva's.</summary>
    public string? Zone { get; set; }

    /// <summary>Whether the calendar says at its top what is due for the person; null for yes, as long as they chose nothing.</summary>
    public bool? OnPage { get; set; }

    public bool ByMail { get; set; }

    /// <summary>Days before the end of something on which a reminder comes; null for the usual ones.</summary>
    public int? DaysBefore { get; set; }

    /// <summary>Day of the week of the digest, 0 for Sunday; null for no digest.</summary>
    public int? DigestDay { get; set; }

    /// <summary>Whether mails have the titles of things; else counts and links alone.</summary>
    public bool WithTitles { get; set; }

    /// <summary>The e-mail address, sealed under the coalition's key; null for none.</summary>
    public byte[]? SealedAddress { get; set; }

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

/// <summary>A mail that is to go out, or went. What it says is written when it goes, from what its reader may see then; nothing of it is kept.</summary>
public sealed class OutgoingMail : IPrivateRow
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";

    /// <summary>Handed to the mail server when the program or the connection stopped: whether it arrived is not known, and it is not sent twice.</summary>
    public const string Unsure = "unsure";
    public const string GivenUp = "given-up";

    /// <summary>Not wanted any more, or nothing to say.</summary>
    public const string Dropped = "dropped";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long MemberId { get; set; }

    /// <summary>What it is, once for each person: digest-2026-11-23 (the week's Monday) or reminder-2026-11-23 (the day).</summary>
    public required string Key { get; set; }

    public required string State { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public int Tries { get; set; }

    /// <summary>Before this moment nobody tries.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>How often a node took it; the node that took it last alone may go on with it.</summary>
    public int Claims { get; set; }

    /// <summary>Until when one node works on it; others leave it alone.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>When its text was handed to the mail server; written down before, so that a crash cannot make it two.</summary>
    public DateTimeOffset? HandedAt { get; set; }

    /// <summary>Why the last try failed, as a code; never the server's words, which may hold the address.</summary>
    public string? Problem { get; set; }
}
