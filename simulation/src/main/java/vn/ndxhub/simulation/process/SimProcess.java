package vn.ndxhub.simulation.process;

import java.util.random.RandomGenerator;

/**
 * One process of the simulated world. Whatever it does to the world outside goes through {@link #effect}: there it can be killed, before
 * the effect or after it.
 */
public final class SimProcess {

    private final String name;
    private final RandomGenerator random;
    private double killRate;
    private boolean dead;

    public SimProcess(String name, RandomGenerator random) {
        this.name = name;
        this.random = random;
    }

    public String name() {
        return name;
    }

    /** How likely each effect is to be the last one, from 0 to 1. */
    public void killRate(double rate) {
        this.killRate = rate;
    }

    public boolean isDead() {
        return dead;
    }

    public void kill() {
        dead = true;
    }

    /** @throws Killed if the process is dead, or dies here */
    public void effect(String what, Runnable effect) {
        live(what + " (before)");
        effect.run();
        live(what + " (after)");
    }

    private void live(String what) {
        if (!dead && killRate > 0 && random.nextDouble() < killRate / 2) {
            dead = true;
        }
        if (dead) {
            throw new Killed(name, what);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
