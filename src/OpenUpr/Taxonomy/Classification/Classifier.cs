using System.Collections.Concurrent;
using OpenUpr.Sources;
using OpenUpr.Taxonomy.Classification.Issues;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// Reads a recommendation: action category, issues, goals, themes, persons, each with its confidence and on demand with reasons. It sees
/// the text alone. May be used by several threads at once; a part of the model is loaded when it is first needed.
/// </summary>
public sealed class Classifier
{
    /// <summary>Characters. A text beyond this is no recommendation.</summary>
    public const int MaxTextLength = 20_000;

    private const string Resource = "OpenUpr.Taxonomy.Data.classifier.model";

    private static readonly Lazy<Classifier> s_shipped = new(() => new Classifier(ModelFile.Open("classifier.model", OpenShipped)));

    private readonly ModelFile _file;
    private readonly Lazy<ActionModel?> _action;
    private readonly Lazy<IssueModel?> _issues;
    private readonly Lazy<TopicModel?> _topics;
    private readonly ConcurrentBag<TextWords> _words = [];
    private volatile bool _isWarm;

    private Classifier(ModelFile file)
    {
        _file = file;
        _action = new(() => file.Read("action", ActionModel.Read));
        _issues = new(() => file.Read("issues", IssueModel.Read));
        _topics = new(() => file.Read("topics", TopicModel.Read));
    }

    /// <summary>The model that is part of the program.</summary>
    /// <exception cref="SourceException">This build has none, or it is damaged.</exception>
    public static Classifier Shipped => s_shipped.Value;

    /// <summary>Whether this build carries a model.</summary>
    public static bool HasShipped { get; } = typeof(Classifier).Assembly.GetManifestResourceInfo(Resource) is not null;

    /// <summary>Name of the model, which every tag keeps.</summary>
    public string Name => _file.Name;

    /// <summary>What it learned from, a line each.</summary>
    public string LearnedFrom => _file.LearnedFrom;

    /// <summary>A model that somebody trained.</summary>
    /// <exception cref="SourceException">The file is no model, or damaged.</exception>
    public static Classifier Load(string path) => new(ModelFile.Open(path));

    /// <summary>A model as bytes, as <see cref="ClassifierTraining"/> writes it.</summary>
    public static Classifier Of(ReadOnlyMemory<byte> model) => new(ModelFile.Open("in memory", () => new MemoryStream(model.ToArray(), writable: false)));

    /// <summary>Begins to load the program's own model in the background; for programs that will need it in a moment.</summary>
    public static void Prepare() => _ = Task.Run(() => HasShipped ? Shipped.Classify("Consider") : null);

    /// <summary>Everything that the machine reads from a text.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="MaxTextLength"/>.</exception>
    public TextClassification Classify(string text)
    {
        var words = Take(text);
        var action = _isWarm ? null : Task.Run(() => _action.Value?.Predict(words));
        Warm();
        var issues = _issues.Value?.Predict(words) ?? [];
        var topics = _topics.Value?.Predict(words, issues) ?? TopicPrediction.None;
        var result = new TextClassification(
            Name,
            action?.GetAwaiter().GetResult() ?? _action.Value?.Predict(words) ?? ScoredLabel.None,
            issues,
            topics.Sdgs,
            topics.Themes,
            topics.Persons);
        _words.Add(words);
        return result;
    }

    /// <summary>Why: reasons for every label that <see cref="Classify"/> gives, by scheme and label, the heaviest first.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="MaxTextLength"/>.</exception>
    public IReadOnlyList<Reason> Explain(string text)
    {
        var words = Take(text);
        var reasons = new List<Reason>();
        _action.Value?.Explain(words, reasons);
        _issues.Value?.Explain(words, reasons);
        _topics.Value?.Explain(words, _issues.Value?.Predict(words) ?? [], reasons);
        _words.Add(words);
        return reasons;
    }

    /// <summary>
    /// Loads the parts side by side on the first text. Nearly all of that time goes into compiling code that runs once, and a person who asks
    /// for one text waits for it. What goes wrong is thrown again where the part is used.
    /// </summary>
    private void Warm()
    {
        if (!_isWarm)
        {
            _isWarm = true;
            var words = new TextWords();
            words.Read("Consider");
            _ = Task.Run(() => _topics.Value?.Predict(words, []));
        }
    }

    private static Stream OpenShipped() => typeof(Classifier).Assembly.GetManifestResourceStream(Resource)
        ?? throw new SourceException("This build of the program has no model. Train one with: openupr train PATH --out FILE, and name it with --model FILE.");

    private TextWords Take(string text)
    {
        if (text.Length > MaxTextLength)
        {
            throw new ArgumentException($"The text has {text.Length:N0} characters; the limit is {MaxTextLength:N0}.", nameof(text));
        }

        var words = _words.TryTake(out var used) ? used : new TextWords();
        words.Read(text);
        return words;
    }
}
