using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf;

/// <summary>
/// What one document may cost. The longest UN papers stay below a fiftieth of each limit; a file made to exhaust the machine meets
/// the first of them within seconds.
/// </summary>
internal sealed class PdfBudget(TimeProvider clock, CancellationToken cancel)
{
    /// <summary>Bytes of a file. Papers with pictures have up to 20 million.</summary>
    public const int MaxFileBytes = 100 * 1024 * 1024;

    public const int MaxPages = 5_000;

    /// <summary>Numbered objects.</summary>
    public const int MaxObjects = 1_000_000;

    /// <summary>Of arrays and dictionaries in one another.</summary>
    public const int MaxDepth = 64;

    /// <summary>Of drawings that draw one another.</summary>
    public const int MaxFormDepth = 12;

    /// <summary>Characters on all pages.</summary>
    public const int MaxGlyphs = 3_000_000;

    /// <summary>Characters on one page; a page full of small print has 15,000.</summary>
    public const int MaxGlyphsOfPage = 200_000;

    /// <summary>Numbers, names and so on in all objects.</summary>
    private const int MaxValues = 4_000_000;

    /// <summary>Bytes of one part when expanded.</summary>
    public const int MaxStreamBytes = 24 * 1024 * 1024;

    /// <summary>Bytes of all parts when expanded.</summary>
    public const long MaxExpandedBytes = 256L * 1024 * 1024;

    /// <summary>Drawings within drawings, each time they are drawn.</summary>
    private const int MaxForms = 100_000;
    private const long MaxSteps = 200_000_000;
    private static readonly TimeSpan _maxTime = TimeSpan.FromSeconds(30);

    private readonly long _begun = clock.GetTimestamp();
    private long _steps;
    private long _expanded;
    private int _glyphs;
    private int _values;
    private long _scanned;
    private long _nextCheck;
    private int _forms;

    public NamePool Names { get; } = new();

    /// <summary>Called for every value, operator and other small piece of work.</summary>
    public void Step()
    {
        if ((++_steps & 0x3FFF) == 0)
        {
            CheckTime();
        }
    }

    public void Expand(int bytes)
    {
        _expanded += bytes;
        Scan(bytes);
        if (_expanded > MaxExpandedBytes)
        {
            throw PdfError.TooMuch("it expands to far more than its size");
        }
    }

    /// <summary>Called for bytes that are passed over without a value, so that searching a long file again and again ends in time.</summary>
    public void Scan(int bytes)
    {
        const int Often = 16 * 1024 * 1024;
        _scanned += bytes;
        if (_scanned >= _nextCheck)
        {
            _nextCheck = _scanned + Often;
            CheckTime();
        }
    }

    public void CountValue()
    {
        if (++_values > MaxValues)
        {
            throw PdfError.TooMuch("it has too many objects");
        }
    }

    /// <param name="onPage">Those on the page so far.</param>
    public void CountGlyph(int onPage)
    {
        if (++_glyphs > MaxGlyphs || onPage > MaxGlyphsOfPage)
        {
            throw PdfError.TooMuch("it has too many characters");
        }
    }

    public void CountForm()
    {
        if (++_forms > MaxForms)
        {
            throw PdfError.TooMuch("it draws too many drawings within drawings");
        }
    }

    public static void MustNotNest(int depth)
    {
        if (depth >= MaxDepth)
        {
            throw PdfError.TooMuch("its parts stand too deep in one another");
        }
    }

    private void CheckTime()
    {
        cancel.ThrowIfCancellationRequested();
        if (_steps > MaxSteps || clock.GetElapsedTime(_begun) > _maxTime)
        {
            throw PdfError.TooMuch("reading it takes too long");
        }
    }
}
