namespace Oms.Samples.Funnel;

/// <summary>The registry would not do what was asked, and says why.</summary>
internal sealed class RefusedException(string message) : Exception(message);
