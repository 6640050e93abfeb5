package dev.easel.local;

import dev.easel.emulator.DynamoEmulator;
import dev.easel.emulator.EventsEmulator;
import dev.easel.emulator.Loopback;
import dev.easel.emulator.S3Emulator;
import dev.easel.emulator.SqsEmulator;
import dev.easel.gateway.HttpFront;

import java.util.HashSet;
import java.util.Set;

/// Where everything listens; 0 is any free port.
public record Ports(int api, int s3, int dynamodb, int sqs, int events, int simulator) {

    public static final Ports DEFAULT = new Ports(4600, 4601, 4602, 4603, 4604, 4605);
    public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0);

    static final String SIMULATOR_FLAG = "--simulator-port";

    /// The same ports with every 0 replaced; throws [dev.easel.emulator.PortInUse] for one that is
    /// taken.
    Ports claimed() {
        var taken = new HashSet<Integer>();
        return new Ports(
                claim(api, HttpFront.FLAG, taken),
                claim(s3, S3Emulator.FLAG, taken),
                claim(dynamodb, DynamoEmulator.FLAG, taken),
                claim(sqs, SqsEmulator.FLAG, taken),
                claim(events, EventsEmulator.FLAG, taken),
                claim(simulator, SIMULATOR_FLAG, taken));
    }

    private static int claim(int port, String flag, Set<Integer> taken) {
        var free = Loopback.claim(port, flag);
        while (!taken.add(free)) {
            if (port != 0) {
                throw new StackException(
                        "Port " + port + " is wanted twice; choose another with " + flag + ".",
                        null);
            }
            free = Loopback.claim(0, flag);
        }
        return free;
    }
}
