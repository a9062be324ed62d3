using System.Globalization;

namespace OpenUpr.Coalitions;

/// <summary>Reads what was typed into fields, and remembers the first thing that is wrong.</summary>
internal sealed class Fields
{
    /// <summary>Characters of a name or a title.</summary>
    public const int Line = 200;

    /// <summary>Characters of a note.</summary>
    public const int Note = 4_000;

    /// <summary>Characters of terms, an agenda or minutes.</summary>
    public const int Long = 100_000;

    /// <summary>Null while everything is right.</summary>
    public Outcome? Wrong { get; private set; }

    public string Required(string field, string? value, int max = Line) => Optional(field, value, max) ?? Refuse(Refusal.Empty, field, "");

    public string? Optional(string field, string? value, int max = Line)
    {
        // Forms send line ends as CR LF; one form in the store keeps comparisons and exports plain.
        var text = value?.ReplaceLineEndings("\n").Trim();
        return text is not { Length: > 0 } ? null : text.Length > max ? Refuse<string?>(Refusal.TooLong, field, null) : text;
    }

    public string OneOf(string field, string? value, IReadOnlyCollection<string> known) => value is not null && known.Contains(value) ? value : Refuse(Refusal.Unknown, field, "");

    /// <summary>A day as forms send it: 2026-11-22.</summary>
    public DateOnly? Day(string field, string? value) => string.IsNullOrWhiteSpace(value) ? null
        : DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Refuse<DateOnly?>(Refusal.NoDate, field, null);

    public DateOnly RequiredDay(string field, string? value) => Day(field, value) ?? (Wrong is null ? Refuse(Refusal.Empty, field, default(DateOnly)) : default);

    /// <summary>A moment as forms send it: 2026-11-22T16:00, in Coordinated Universal Time.</summary>
    public DateTimeOffset Moment(string field, string? value) => string.IsNullOrWhiteSpace(value) ? Refuse(Refusal.Empty, field, default(DateTimeOffset))
        : DateTimeOffset.TryParseExact(value.Trim(), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : Refuse(Refusal.NoDate, field, default(DateTimeOffset));

    public decimal? Number(string field, string? value, decimal least, decimal most) => string.IsNullOrWhiteSpace(value) ? null
        : decimal.TryParse(value.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : Refuse<decimal?>(Refusal.NoNumber, field, null);

    /// <summary>An address of the web and of nothing else: other schemes run code or open files.</summary>
    public string? Address(string field, string? value) => Optional(field, value, 500) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? text : Refuse<string?>(Refusal.NoAddress, field, null);

    public T Refuse<T>(Refusal why, string field, T value)
    {
        Wrong ??= Outcome.Not(why, field);
        return value;
    }
}
