using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>What the machine reads of goals, themes and persons, each the surest first.</summary>
/// <param name="Sdgs">Goals ("5") and targets ("16.9") in one list.</param>
/// <param name="Themes">Slugs of <see cref="TopicList.Themes"/>.</param>
/// <param name="Persons">Slugs of <see cref="TopicList.Persons"/>.</param>
public sealed record TopicPrediction(IReadOnlyList<ScoredLabel> Sdgs, IReadOnlyList<ScoredLabel> Themes, IReadOnlyList<ScoredLabel> Persons)
{
    /// <summary>Nothing read.</summary>
    public static TopicPrediction None { get; } = new([], [], []);
}

/// <summary>
/// Gives a text its goals and targets, OHCHR's themes and the persons concerned. It works from topic-map.csv, whose weights the lists of OHCHR may have
/// moved. Safe for many threads. What it knows is little: see docs/model-cards/topics.md.
/// </summary>
public sealed class TopicModel
{
    /// <summary>The name of its section in a model file.</summary>
    public const string Section = "topics";

    /// <summary>Less likely targets are not given.</summary>
    private const double MinTarget = 0.4;

    /// <summary>No list gives targets, so nothing can be measured but the goal: a target is never surer than this share of its goal.</summary>
    private const double TargetShare = 0.8;
    private const double OftenTargetShare = 0.4;

    private const byte Version = 1;

    [ThreadStatic]
    private static TopicWorkspace? s_workspace;

    private readonly TopicWeights _weights;
    private readonly IReadOnlyDictionary<string, TopicScale> _scales;
    private readonly float[] _shifts;
    private readonly TopicScale[] _scaleOf;
    private readonly double[] _least;

    internal TopicModel(TopicWeights weights, IReadOnlyDictionary<string, TopicScale> scales, float[] shifts, IReadOnlyList<string> lists)
    {
        (_weights, _scales, _shifts, Lists) = (weights, scales, shifts, lists);
        (_scaleOf, _least) = (new TopicScale[shifts.Length], new double[shifts.Length]);
        for (var l = 0; l < shifts.Length; l++)
        {
            _scaleOf[l] = scales[weights.Labels[l].Scheme];
            _least[l] = _scaleOf[l].LeastScore(shifts[l]);
        }
    }

    /// <summary>The map alone, for whoever has no list. Its confidences were measured on the lists named in docs/model-cards/topics.md.</summary>
    public static TopicModel OfMap { get; } = TopicLearning.FromMap();

    /// <summary>The lists it learned from, such as "SVN 48"; empty for the map alone.</summary>
    public IReadOnlyList<string> Lists { get; }

    /// <summary>Learns from lists; without any it is the map alone.</summary>
    /// <param name="issues">Reads the issues of a text, as they will be given to <see cref="Predict"/>.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    public static TopicModel Train(IReadOnlyList<TopicRow> rows, Func<TextWords, IReadOnlyList<ScoredLabel>> issues, Action<double> progress, CancellationToken cancel = default) =>
        rows.Count == 0 ? OfMap : TopicLearning.Learn(rows, issues, progress, cancel);

    /// <param name="issues">The text's issues over their thresholds, as the classifier gives them.</param>
    public TopicPrediction Predict(TextWords words, IReadOnlyList<ScoredLabel> issues)
    {
        var work = Score(words, issues);
        var (sdgs, themes, persons) = (new List<ScoredLabel>(), new List<ScoredLabel>(), new List<ScoredLabel>());
        for (var l = 0; l < work.Scores.Length; l++)
        {
            if (work.Scores[l] >= _least[l])
            {
                var label = _weights.Labels[l];
                var confidence = ConfidenceOf(l, work.Scores[l]);
                (label.Scheme == Tag.SdgScheme ? sdgs : label.Scheme == Tag.ThemeScheme ? themes : persons).Add(new ScoredLabel(label.Value, confidence));
            }
        }

        AddTargets(work, sdgs);
        Sort(sdgs);
        Sort(themes);
        Sort(persons);
        return new TopicPrediction(sdgs, themes, persons);
    }

    /// <summary>Adds why a text has its labels: for each label the weightiest phrases (code "topic-phrase", with the source that joins them to the label), issues ("topic-issue", with the name) and words ("topic-word").</summary>
    public void Explain(TextWords words, IReadOnlyList<ScoredLabel> issues, List<Reason> reasons)
    {
        var given = Predict(words, issues);
        TopicReasons.Add(_weights, Score(words, issues), words, given, reasons);
    }

    /// <summary>The confidence of every label of a scheme, for measuring; targets are not among them.</summary>
    public IReadOnlyList<ScoredLabel> ScoreAll(TextWords words, IReadOnlyList<ScoredLabel> issues, string scheme)
    {
        var work = Score(words, issues);
        return [.. Enumerable.Range(0, work.Scores.Length).Where(l => _weights.Labels[l].Scheme == scheme)
            .Select(l => new ScoredLabel(_weights.Labels[l].Value, ConfidenceOf(l, work.Scores[l])))];
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(Lists.Count);
        foreach (var list in Lists)
        {
            writer.Write(list);
        }

        foreach (var scheme in TopicLearning.Schemes)
        {
            writer.Write(_scales[scheme].Slope);
            writer.Write(_scales[scheme].Shift);
            writer.Write(_scales[scheme].Most);
            writer.Write(_scales[scheme].Least);
        }

        _weights.Write(writer);
        foreach (var shift in _shifts)
        {
            writer.Write(shift);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no model of topics, or one of a newer program.</exception>
    public static TopicModel Read(BinaryReader reader)
    {
        if (reader.ReadByte() != Version || reader.ReadInt32() is var lists && lists is < 0 or > 2000)
        {
            throw new InvalidDataException("its topics are of another version");
        }

        var names = new string[lists];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
        }

        var scales = TopicLearning.Schemes.ToDictionary(s => s, _ => new TopicScale(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        var weights = TopicWeights.Read(reader);
        var shifts = new float[weights.Labels.Count];
        for (var l = 0; l < shifts.Length; l++)
        {
            shifts[l] = reader.ReadSingle();
        }

        return new TopicModel(weights, scales, shifts, names);
    }

    private double ConfidenceOf(int label, double score) => _scaleOf[label].ConfidenceOf(score, _shifts[label]);

    private TopicWorkspace Score(TextWords words, IReadOnlyList<ScoredLabel> issues)
    {
        var work = s_workspace ??= new TopicWorkspace();
        work.Score(_weights, words, issues);
        return work;
    }

    private static void AddTargets(TopicWorkspace work, List<ScoredLabel> sdgs)
    {
        var goals = sdgs.Count;
        for (var i = 0; i < work.Features.Count; i++)
        {
            var feature = work.Features[i];
            if (feature.Index >= TopicConcept.All.Count)
            {
                continue;
            }

            var targets = TopicConcept.All[feature.Index].Targets;
            for (var t = 0; t < targets.Count; t++)
            {
                var target = targets[t];
                var goal = sdgs.FindIndex(0, goals, g => g.Value == target.Label.Goal);
                var share = target.Strength == TopicStrength.Sure ? TargetShare : OftenTargetShare;
                if (goal >= 0 && sdgs[goal].Confidence * share * feature.Value is >= MinTarget and var confidence)
                {
                    Add(sdgs, new ScoredLabel(target.Label.Value, confidence));
                }
            }
        }
    }

    private static void Add(List<ScoredLabel> sdgs, ScoredLabel target)
    {
        var at = sdgs.FindIndex(s => s.Value == target.Value);
        if (at < 0)
        {
            sdgs.Add(target);
        }
        else if (sdgs[at].Confidence < target.Confidence)
        {
            sdgs[at] = target;
        }
    }

    private static void Sort(List<ScoredLabel> labels) =>
        labels.Sort(static (a, b) => b.Confidence.CompareTo(a.Confidence) is not 0 and var order ? order : string.CompareOrdinal(a.Value, b.Value));
}
