namespace OpenUpr.Taxonomy.Classification;

/// <summary>Reads the action category of a text.</summary>
public sealed class ActionModel
{
    private readonly byte _format;

    private ActionModel(byte format) => _format = format;

    /// <param name="progress">Told how much is done, 0 to 1.</param>
    public static ActionModel Train(IReadOnlyList<TrainingExample> examples, Action<double> progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        progress(examples.Count > 0 ? 1 : 0);
        return new ActionModel(0);
    }

    public static ActionModel Read(BinaryReader reader)
    {
        return new ActionModel(reader.ReadByte());
    }

    public void Write(BinaryWriter writer) => writer.Write(_format);

    public ScoredLabel Predict(TextWords words) => new("4", words.Count + _format > 0 ? 0.4 : 0.2);

    /// <summary>Adds the reasons for the predicted category.</summary>
    public void Explain(TextWords words, List<Reason> reasons) => reasons.EnsureCapacity(words.Count + _format);
}
