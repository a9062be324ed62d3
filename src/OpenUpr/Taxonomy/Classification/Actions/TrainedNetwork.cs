namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>What training found, in full precision.</summary>
internal sealed record TrainedNetwork(
    int Words, float[] Vectors, float[] Filters, float[] Biases, float[] Places, float[] Hidden, float[] HiddenBiases, float[] Out, float[] OutBiases);
