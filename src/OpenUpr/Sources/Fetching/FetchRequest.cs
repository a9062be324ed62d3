namespace OpenUpr.Sources.Fetching;

/// <summary>The form in which a document is wanted.</summary>
public enum FetchType
{
    Pdf,

    /// <summary>The Word version: .docx, or .doc where the document is older.</summary>
    Word,
}

/// <summary>One document in one language.</summary>
/// <param name="Language">One of <see cref="Languages"/>.</param>
public sealed record FetchRequest(DocumentSymbol Symbol, string Language, FetchType Type)
{
    /// <summary>The official languages of the United Nations, ISO 639-1.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "en", "es", "fr", "ru", "zh"];

    /// <summary>What the service calls the type ("t="), in the order in which to ask.</summary>
    internal IReadOnlyList<string> ServiceTypes => Type == FetchType.Pdf ? ["pdf"] : ["docx", "doc"];

    /// <summary>The file's name without its ending.</summary>
    internal string FileName => $"{Symbol.FileName}-{Language}";
}

/// <summary>How a request ended.</summary>
public enum FetchResult
{
    /// <summary>The document lies in the folder under its name.</summary>
    Fetched,

    /// <summary>The service has no such document in this language and form.</summary>
    Missing,

    /// <summary>The service does not let programs in at the moment (403, a page that asks for a browser).</summary>
    Blocked,

    /// <summary>Something came that is not the document.</summary>
    Refused,

    /// <summary>The service could not be reached, did not answer in time or broke off, as often as it was tried.</summary>
    Failed,
}

/// <summary>How a request ended, in words for the person who asked.</summary>
/// <param name="Path">The file; null unless fetched.</param>
/// <param name="Attempts">How often the service was asked.</param>
public sealed record FetchOutcome(FetchRequest Request, FetchResult Result, string Message, int Attempts)
{
    public string? Path { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long Bytes { get; init; }
}
