namespace Oms.Engine.Tests.Fuzz;

/// <summary>How many inputs the fuzz tests make, and from which seed.</summary>
internal static class FuzzSettings
{
    /// <summary>Inputs to the reader and the executor; 5,000, or the environment variable OMS_FUZZ_INPUTS.</summary>
    public static int Inputs { get; } = Read("OMS_FUZZ_INPUTS", 5000);

    /// <summary>The seed; another one in every run, or the environment variable OMS_FUZZ_SEED.</summary>
    public static int Seed { get; } = Read("OMS_FUZZ_SEED", Environment.TickCount & int.MaxValue);

    private static int Read(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var given) ? given : value;
}
