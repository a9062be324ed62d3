using System.Security.Cryptography;
using System.Text;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;
using Xunit;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>An invented paper of one review, as a reader would hand it over.</summary>
internal sealed record Paper(string Name, PaperKind Kind, string? Symbol)
{
    public const string Sur = "SVN";
    public const int Session = 7;
    public const string ReportSymbol = "A/HRC/99/7";

    public IReadOnlyList<ReadText> Texts { get; init; } = [];

    public IReadOnlyList<ReadAnswer> Answers { get; init; } = [];

    public IReadOnlyList<ReadPassage> Passages { get; init; } = [];

    public IReadOnlyList<ReadSubmitter> Submitters { get; init; } = [];

    public IReadOnlyList<ReadFact> Facts { get; init; } = [];

    public IReadOnlyList<ReadDoubt> Doubts { get; init; } = [];

    public string Language { get; init; } = "en";

    /// <summary>False for papers that do not say which State and session they are about.</summary>
    public bool NamesReview { get; init; } = true;

    public int Pages { get; init; } = 20;

    public DateOnly? PublishedOn { get; init; }

    public static Paper Report(params IReadOnlyList<ReadText> texts) => new("report", PaperKind.WorkingGroupReport, ReportSymbol) { Texts = texts, PublishedOn = new DateOnly(2010, 3, 1) };

    public static Paper Addendum(params IReadOnlyList<ReadAnswer> answers) =>
        new("addendum", PaperKind.Addendum, $"{ReportSymbol}/Add.1") { Answers = answers, PublishedOn = new DateOnly(2010, 6, 1) };

    public static Paper List(params IReadOnlyList<ReadText> texts) => new("list", PaperKind.ThematicList, null) { Texts = texts, Pages = 0 };

    public static Paper Decision(string? names = null) => new("decision", PaperKind.Decision, "A/HRC/DEC/99/107")
    {
        PublishedOn = new DateOnly(2010, 7, 1), Passages = [new ReadPassage(null, null, 1, $"Adopts the outcome of the review, with the replies ({names ?? "none"}).")],
        Facts = [new ReadFact(ReviewFact.OutcomeAdoptedOn, "2010-06-24", 1)],
    };

    public static ReadText Text(string paragraph, string text, string states, Position? position = null, string? part = null) =>
        new(paragraph, part, 15, text, states.Split(' ', StringSplitOptions.RemoveEmptyEntries)) { Position = position is { } value ? Said(value, "report") : null, StatesAsPrinted = $"({states})" };

    public static ReadAnswer Answer(string paragraph, Position position, string? part = null) => new(paragraph, part, 2, Said(position, "addendum"));

    public static ReadPosition Said(Position value, string where) => new(value, false, $"{Settled.NameOf(value)} in the {where}", null, null, null, $"{where}-words/1");

    public PreparedPaper Prepare(string version = "")
    {
        var bytes = Encoding.UTF8.GetBytes(Name + version);
        var identity = new PaperIdentity(Kind, Symbol, Language, NamesReview ? Sur : null, NamesReview ? Session : null, PublishedOn, ["invented"]);
        var reading = new PaperReading(identity, new PaperText([], Pages, "application/pdf"))
        {
            Texts = Texts, Answers = Answers, Passages = Passages, Submitters = Submitters, Facts = Facts, Doubts = Doubts,
        };
        return new PreparedPaper($"{Name}.pdf", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes, reading);
    }

    public static Task<ImportReport> StoreAsync(Store store, Paper paper, bool isRehearsal = false) =>
        new PaperStorage(store, TimeProvider.System).StoreAsync(paper.Prepare(), isRehearsal, (_, _, _) => { }, TestContext.Current.CancellationToken);

    public static async Task<ImportReport> StoreExportAsync(Store store, string file) =>
        await new Importer(store, TimeProvider.System).ImportAsync(file, new ImportOptions(), cancel: TestContext.Current.CancellationToken);
}
