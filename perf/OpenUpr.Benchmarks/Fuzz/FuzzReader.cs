using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Pdf;

namespace OpenUpr.Benchmarks.Fuzz;

/// <summary>Reads a paper from memory; forms whose reader wants a file get one that is written anew each time.</summary>
internal sealed class FuzzReader(FileForm form) : IDisposable
{
    private readonly string _path = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"openupr-fuzz-{Environment.ProcessId}");

    public PaperText Read(byte[] content)
    {
        if (form == FileForm.Pdf)
        {
            return PdfReader.Read(content, TimeProvider.System, CancellationToken.None);
        }

        File.WriteAllBytes(_path, content);
        using var file = SourceFile.Open(_path);
        return PaperReader.ReadText(file, form);
    }

    public void Dispose() => File.Delete(_path);
}
